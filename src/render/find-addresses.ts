import {decodeReferences} from './decode-references.ts'

/** Attributes that have addresses, in quotes, as all HTML has them that is rendered. */
const addressAttribute =
  /\s(href|src|srcset|imagesrcset|poster|data|action|formaction|xlink:href)=(?:"([^"]*)"|'([^']*)')/g

/** Where an attribute stands in a tag: not in text, nor in a script. */
const tagStart = /^<([a-z][\w:-]*)(?:\s|$)/i

/** Elements that have addresses of another kind by these names, or none that a browser would load. */
const elsewhere: ReadonlySet<string> = new Set(['base'])

/**
 * Addresses in the attributes of finished HTML, each once; character references are decoded.
 *
 * @param skipped
 *   Parts of it to be left out.
 */
export function findAddresses(html: string, skipped: Iterable<string>): ReadonlySet<string> {
  let rest = html
  for (const part of skipped) if (part.includes('="')) rest = rest.replaceAll(part, '')
  if (rest.includes('<!--')) rest = rest.replace(/<!--.*?-->/gs, '')
  const found = new Set<string>()
  for (const match of rest.matchAll(addressAttribute)) {
    const [, name = '', double, single] = match
    const element = elementAt(rest, match.index)
    if (element === undefined || elsewhere.has(element) || (name === 'data' && element !== 'object')) continue
    const value = decodeReferences(double ?? single ?? '').trim()
    for (const address of name.endsWith('srcset') ? listed(value) : [value]) found.add(address)
  }
  return found
}

/** Name of the element whose tag goes on at an offset; `undefined` where there is none. */
function elementAt(html: string, offset: number): string | undefined {
  return tagStart.exec(html.slice(html.lastIndexOf('<', offset), offset + 1))?.[1]?.toLowerCase()
}

/** As in `srcset`: each address is followed by a descriptor or a comma. A data URL may have commas inside. */
function listed(value: string): ReadonlyArray<string> {
  return Array.from(value.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(,+|[^,]*)/g), ([, address]) => address ?? '')
}
