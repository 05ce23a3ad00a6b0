import {type Change, onPage} from './change.ts'
import {sharedFiles} from './first-model.ts'
import {pagesOf, type SiteModel, withKey, withSource} from './model.ts'

/** What makes a build fail. */
export const mistakes: Readonly<Record<string, Change>> = {
  'break front matter': onPage((source) => ({...source, flaw: 'yaml'})),
  'claim an address twice': onPage((source, dice, model) => {
    const other = dice.pickFrom(pagesOf(model)) ?? ''
    return {...source, fields: {...source.fields, url: other.replace('content', '').replace('.md', '/')}}
  }),
  'claim the file of a page': (model, dice) => {
    const path = dice.pick(['public/index.html', 'public/articles/alpha/index.html', 'public/tags'])
    return {...model, assets: withKey(model.assets, path, 'claimed\n')}
  },
  'let a template fail': (model, dice) => {
    const name = dice.pickFrom(Object.keys(model.templates).sort()) ?? ''
    return {...model, templates: {...model.templates, [name]: dice.pick(['throws', 'unclosed'])}}
  },
  'misspell a setting': (model) => ({...model, config: {...model.config, titel: 'Field notes'}}),
  'write a wrong setting': (model) => ({...model, config: {...model.config, baseUrl: 'example.org'}}),
  'ask for a missing layout': onPage((source) => ({...source, fields: {...source.fields, layout: 'none'}})),
  'date an article wrongly': onPage((source) => ({
    ...source,
    fields: {...source.fields, date: '2024-02-31'}
  })),
  'be strict about warnings': (model) => ({...model, options: {...model.options, strict: true}}),
  'keep going, or not': (model) => ({
    ...model,
    options: {...model.options, keepGoing: model.options.keepGoing !== true}
  }),
  'delete a file that articles include': (model, dice) => {
    const path = dice.pickFrom(Object.keys(sharedFiles).sort()) ?? ''
    return {...model, assets: withKey(model.assets, path, undefined)}
  },
  'delete everything': (model) => ({...model, sources: {}})
}

/** A model without its mistakes, as far as each is a mistake by itself; the rest an author would undo. */
export function withoutMistakes(model: SiteModel): SiteModel {
  const {titel: _, ...config} = model.config
  const {strict: __, ...options} = model.options
  const templates = Object.entries(model.templates).map(([name, mark]) => [
    name,
    mark === 'throws' || mark === 'unclosed' ? 'mended' : mark
  ])
  const sound = {
    ...model,
    options,
    assets: {...sharedFiles, ...model.assets},
    config: config['baseUrl'] === 'example.org' ? {...config, baseUrl: 'https://example.org/'} : config,
    templates: Object.fromEntries(templates)
  }
  return pagesOf(sound).reduce(mendPage, sound)
}

function mendPage(model: SiteModel, path: string): SiteModel {
  const source = model.sources[path]
  if (source === undefined || source.flaw !== 'yaml') return model
  const {flaw: _, ...sound} = source
  return withSource(model, path, sound)
}
