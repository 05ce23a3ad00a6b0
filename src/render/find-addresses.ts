import {decodeReferences} from './decode-references.ts'
import type {Tag} from './html-tags.ts'

/** Attributes that have addresses, in quotes, as all HTML has them that is rendered. */
const addressAttribute =
  /\s(href|src|srcset|imagesrcset|poster|data|action|formaction|xlink:href)=(?:"([^"]*)"|'([^']*)')/g

/** Elements that have addresses of another kind by these names, or none that a browser would load. */
const elsewhere: ReadonlySet<string> = new Set(['base'])

/**
 * Addresses in the attributes of finished HTML, each once; character references are decoded.
 *
 * @param tags
 *   Its tags.
 * @param skipped
 *   Parts of it to be left out.
 */
export function findAddresses(
  html: string,
  tags: ReadonlyArray<Tag>,
  skipped: Iterable<string>
): ReadonlySet<string> {
  const found = new Set<string>()
  const isSkipped = skipper(html, skipped)
  for (const {name: element, isEnd, attributes, start} of tags) {
    if (isEnd || attributes === '' || elsewhere.has(element) || isSkipped(start)) continue
    // `matchAll` would make a pattern of its own for each tag; this one is at its beginning again where it finds no more.
    for (
      let match = addressAttribute.exec(attributes);
      match !== null;
      match = addressAttribute.exec(attributes)
    ) {
      const [, name = '', double, single] = match
      if (name === 'data' && element !== 'object') continue
      const value = decodeReferences(double ?? single ?? '').trim()
      for (const address of name.endsWith('srcset') ? listed(value) : [value]) found.add(address)
    }
  }
  return found
}

/** Tells whether an offset lies within one of the parts; asked of offsets that rise. */
function skipper(html: string, parts: Iterable<string>): (offset: number) => boolean {
  const ranges: Array<{readonly start: number; readonly end: number}> = []
  for (const part of parts) {
    if (!part.includes('="')) continue
    for (let start = html.indexOf(part); start !== -1; start = html.indexOf(part, start + part.length)) {
      ranges.push({start, end: start + part.length})
    }
  }
  ranges.sort((a, b) => a.start - b.start)
  let next = 0
  let end = 0
  return (offset) => {
    for (let range = ranges[next]; range !== undefined && range.start <= offset; range = ranges[++next]) {
      end = Math.max(end, range.end)
    }
    return offset < end
  }
}

/** As in `srcset`: each address is followed by a descriptor or a comma. A data URL may have commas inside. */
function listed(value: string): ReadonlyArray<string> {
  return Array.from(value.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(,+|[^,]*)/g), ([, address]) => address ?? '')
}
