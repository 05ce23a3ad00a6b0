import type {Place} from '#src/diagnostics/diagnostic.ts'
import {blankCode} from '#src/markdown/blank-code.ts'
import type {Source} from '#src/model/source.ts'
import type {VendoredFile, Vendoring} from '#src/model/vendoring.ts'
import {listCodeTags} from '#src/render/list-code-tags.ts'

/** Which files of other sites are to lie in this one, and where. */
export interface VendorRules extends Pick<Vendoring, 'pathOf'> {
  /** What their addresses begin with. */
  readonly starts: ReadonlyArray<string>
  /** Whether tags in articles come to be tags. */
  readonly keepsHtml: boolean
}

/** An image in Markdown up to the end of its address. What is in brackets may have brackets, once. */
const image = /\\[\s\S]|(!\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]\(\s*<?)(https?:\/\/[^\s<>()]+)/gs

/**
 * Files of other sites that a text, or one that it includes, shows or loads and that are to lie in this one: images in Markdown, and style sheets and scripts in HTML. Told without
 * parsing, so that they are known before anything is compiled.
 */
export function findVendored(
  {path, text, included}: Source,
  rules: VendorRules
): ReadonlyArray<VendoredFile> {
  const others = [...(included ?? [])].flatMap(([file, found]) =>
    found.kind === 'text' ? [{file, whole: found.text}] : []
  )
  return [{file: path, whole: text}, ...others].flatMap(({file, whole}) => {
    const plain = blankCode(whole)
    const found = [...imagesIn(plain), ...(rules.keepsHtml ? tagsIn(plain) : [])]
    return found.flatMap((one) => toVendored(one, {file, text: whole}, rules))
  })
}

/** Style sheets and scripts of other sites that a template loads by tags in which the address is written out. */
export function findVendoredIn(template: NamingText, rules: VendorRules): ReadonlyArray<VendoredFile> {
  return tagsIn(template.text).flatMap((found) => toVendored(found, template, rules))
}

/** Whether the file at an address is to lie in this site. */
export function isNamed(url: string, {starts}: Pick<VendorRules, 'starts'>): boolean {
  return starts.some((start) => url.startsWith(start))
}

/** A text that names files. */
interface NamingText {
  /** Path from the root of the site. */
  readonly file: string
  readonly text: string
}

/** An address in a text, with its offset and length as it is written. */
interface NamedFile extends Pick<VendoredFile, 'kind' | 'url'> {
  readonly offset: number
  readonly length: number
}

function imagesIn(text: string): ReadonlyArray<NamedFile> {
  return Array.from(text.matchAll(image), ({index, 1: before = '', 2: written = ''}) => ({
    kind: 'image' as const,
    url: written.replaceAll('&amp;', '&'),
    offset: index + before.length,
    length: written.length
  }))
}

function tagsIn(text: string): ReadonlyArray<NamedFile> {
  return listCodeTags(text).map(({kind, url, start, urlStart, urlLength}) => ({
    kind,
    url,
    offset: start + urlStart,
    length: urlLength
  }))
}

function toVendored(
  {kind, url, offset, length}: NamedFile,
  {file, text}: NamingText,
  rules: VendorRules
): ReadonlyArray<VendoredFile> {
  if (!URL.canParse(url) || !isNamed(url, rules)) return []
  const path = rules.pathOf(url, kind === 'image' ? kind : 'code')
  return [{kind, url, path, file, place: placeOf(text, offset, length)}]
}

function placeOf(text: string, offset: number, length: number): Place {
  const before = text.slice(0, offset).split(/\r\n?|\n/)
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return {line, column, endLine: line, endColumn: column + length}
}
