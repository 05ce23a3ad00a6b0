import type {Change} from './change.ts'
import {pagesOf, withSource} from './model.ts'

/** Edits that change no file's size; on disk its times are put back, as some tools do that copy files. */
export const quietEdits: Readonly<Record<string, Change>> = {
  'replace a copied file quietly': (model, dice) => {
    const path = dice.pickFrom(Object.keys(model.assets).sort())
    if (path === undefined) return model
    return {...model, assets: {...model.assets, [path]: turned(model.assets[path] ?? '')}}
  },
  'change a letter of a body quietly': (model, dice) => {
    const path = dice.pickFrom(pagesOf(model)) ?? ''
    const source = model.sources[path]
    return source === undefined ? model : withSource(model, path, {...source, body: turned(source.body)})
  },
  'edit a template quietly': (model, dice) => {
    const name = dice.pickFrom(Object.keys(model.templates).sort())
    if (name === undefined) return model
    return {...model, templates: {...model.templates, [name]: turned(model.templates[name] ?? '')}}
  },
  'edit the plugin quietly': (model) => ({...model, shout: turned(model.shout)})
}

/** Text of the same length with another last letter, digit or mark. */
function turned(text: string): string {
  return text.replace(/[a-z0-9!?](?=[^a-z0-9!?]*$)/, (last) => turns[last] ?? 'a')
}

const turns: Readonly<Record<string, string>> = {a: 'b', '1': '2', '2': '3', '3': '1', '!': '?', '?': '!'}
