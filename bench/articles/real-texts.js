import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/**
 * Texts of the Markdown files below a folder, without their front matter, in the order of their paths.
 *
 * What would not be the same work for all is taken out: a link or an image of the folder's own site leads to another article or to
 * example.com, since the target is not there; footnotes and ids of headings, which some systems do not know, become plain text or
 * nothing; and what one system takes for a call of a template is broken up.
 */
export function realTexts(folder) {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) =>
    name.endsWith('.md')
  )
  if (names.length === 0) throw new Error(`There is no Markdown below ${folder}`)
  return names.sort().map((name) => neutral(readFileSync(join(folder, name), 'utf8')))
}

function neutral(source) {
  const text = source
    .replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '')
    .replaceAll('{{', '{ {')
    .replaceAll('{%', '{ %')
  // Every other part lies in a fenced block and stays as it is.
  return text
    .split(/(^ *```[\s\S]*?^ *```)/m)
    .map((part, index) => (index % 2 === 1 ? part : withoutLocalTargets(withoutDialects(part))))
    .join('')
}

function withoutDialects(text) {
  return text.replace(/\[\^([^\]]+)\]:?/g, '($1)').replace(/^(#+ .*?)\s*\{ ?#[\w-]+ ?\}$/gm, '$1')
}

function withoutLocalTargets(text) {
  return text
    .replace(/(!\[[^\]]*\]\()(?!https?:)[^)\s]*/g, '$1https://example.com/image.png')
    .replace(/\]\((?!https?:|mailto:)([^)\s]+)/g, (_, target) => `](article:${numberOf(target)}`)
    .replace(/^(\[[^\]]+\]:\s*)(?!https?:|mailto:)\S+/gm, '$1https://example.com/')
    .replace(/\b(src|href|srcset|poster)="(?!https?:|mailto:)[^"]*"/g, '$1="https://example.com/file"')
}

/** A number that follows from an address, to spread links over the articles. */
function numberOf(target) {
  return [...target].reduce((sum, character) => (sum * 31 + character.codePointAt(0)) % 100_003, 7)
}
