import type {RoutePath} from '#src/model/route.ts'
import type {UrlStyle} from '#src/model/site-config.ts'

/*
 * Most styles are only another way to write addresses, and where one is written to decides what it is: what is answered has a mark behind the base, and
 * a late stage writes what follows in the style of the site.
 */

/** The address of a page or listing in the style of the site: `/a/` is `/a.html` where addresses are those of files. */
export function styledPath(path: RoutePath, style: UrlStyle): RoutePath {
  const isFile = style === 'html' || style === 'bare'
  return isFile && path !== '/' && path.endsWith('/') ? (`${path.slice(0, -1)}.html` as RoutePath) : path
}

/** A base path or URL with the mark, where the style asks for one. */
export function markBase(base: string, isMarked: boolean): string {
  return isMarked ? `${base}${mark}/` : base
}

/** A text without marks: addresses from the root of the server. */
export function withoutMarks(text: string): string {
  return text.includes(mark) ? text.replaceAll(`${mark}/`, '') : text
}

/** How addresses in a text are written. */
export interface AddressStyle {
  readonly style: UrlStyle
  /** Without the mark. */
  readonly basePath: string
  /** Address of the text; absent where what it names has to be found from everywhere. */
  readonly from?: RoutePath
}

/** A text with its marked addresses as the style has them: `/a/b.html` as `/a/b`, or as seen from where the text is. */
export function writeAddresses(text: string, {style, basePath, from}: AddressStyle): string {
  // In the other styles such a word was written by an author.
  const isMarked = (style === 'bare' || style === 'relative') && text.includes(mark)
  if (!isMarked) return text
  const plain =
    style === 'bare' ? text.replace(marked, (_, path: string) => path.replace(/\.html$/i, '')) : text
  if (style !== 'relative' || from === undefined) return withoutMarks(plain)
  const up = '../'.repeat(from.split('/').length - 2)
  return text
    .replaceAll(`${basePath}${mark}`, mark)
    .replace(marked, (_, path: string) => `${up || './'}${toFile(path)}`)
}

/** No server answers for a folder that is looked at as files. */
function toFile(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

/** Of letters that addresses may hold, also where one address is part of another. */
const mark = '~galley-base~'

/** With what follows the mark: the path of an address, percent-encoded. */
const marked = new RegExp(`${mark}(?:/|%2F)([\\w/.~%+@!$*=:-]*)`, 'g')
