import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {Source} from '#src/model/source.ts'
import type {VendoredImage, Vendoring} from '#src/model/vendoring.ts'

/** What pictures of other sites are to lie in this one, and where. */
export interface VendorRules extends Pick<Vendoring, 'pathOf'> {
  /** What their addresses begin with. */
  readonly starts: ReadonlyArray<string>
}

/** An image in Markdown up to the end of its address. What is in brackets may have brackets, once. */
const image = /(!\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]\(\s*<?)(https?:\/\/[^\s<>()]+)/gs

/**
 * Pictures of other sites that a text, or one that it includes, shows and that are to lie in this one. Told without parsing, so that they are known before anything
 * is compiled: one that stands in a block of code is among them.
 */
export function findVendored(
  {path, text, included}: Source,
  {starts, pathOf}: VendorRules
): ReadonlyArray<VendoredImage> {
  const others = [...(included ?? [])].flatMap(([file, found]) =>
    found.kind === 'text' ? [{file, whole: found.text}] : []
  )
  return [{file: path, whole: text}, ...others].flatMap(({file, whole}) =>
    Array.from(whole.matchAll(image), ({index, 1: before = '', 2: written = ''}) => ({
      url: written.replaceAll('&amp;', '&'),
      place: placeOf(whole, index + before.length, written.length)
    }))
      .filter(({url}) => URL.canParse(url) && starts.some((start) => url.startsWith(start)))
      .map((found) => ({...found, path: pathOf(found.url), file}))
  )
}

function placeOf(text: string, offset: number, length: number): Place {
  const before = text.slice(0, offset).split(/\r\n?|\n/)
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return {line, column, endLine: line, endColumn: column + length}
}
