import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const project = join(import.meta.dirname, '../..')

/** Where HTML is made of text that is not escaped, and why that may be. */
const allowed: Readonly<Record<string, string>> = {
  'templates/partials/text.tsx':
    'the text of an article, which the compiler made, and sanitized where that is asked for',
  'templates/partials/head/structured-data.tsx': 'JSON, in which `<` is written as an escape of JSON',
  'src/render/render-searched-page.ts':
    'the text of an article, for the index of the search, which is no page',
  'src/dev-server/client/patch-tree.ts': 'the name of a way to compare trees; nothing is set by it'
}

/** Ways to put text into HTML as it stands. */
const raw =
  /dangerouslySetInnerHTML=|dangerouslySetInnerHTML:|\.(?:inner|outer)HTML\s*=[^=]|'innerHTML'|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|srcdoc|\beval\(|new Function\(/i

test('text is written into HTML without being escaped in the places named here alone', () => {
  const found = ['templates', 'src']
    .flatMap((folder) =>
      readdirSync(join(project, folder), {recursive: true, encoding: 'utf8'}).map(
        (path) => `${folder}/${path}`
      )
    )
    .filter((path) => /\.[tj]sx?$/.test(path))
    .filter((path) => raw.test(readFileSync(join(project, path), 'utf8')))
  expect(found.sort()).toEqual(Object.keys(allowed).sort())
})

test.each([
  '<b dangerouslySetInnerHTML={{__html: text}} />',
  "h('b', {dangerouslySetInnerHTML: {__html: text}})",
  'element.innerHTML = text',
  "element.insertAdjacentHTML('beforeend', text)",
  'new Function(text)',
  'eval(text)'
])('%s would be found', (code) => {
  expect(code).toMatch(raw)
})
