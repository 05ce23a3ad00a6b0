import {decodeReferences} from './decode-references.ts'

/** Of elements, and names of anchors, which browsers take for ids; in quotes, as all HTML has them that is rendered. */
const idAttribute = /\s(?:id|name)=(?:"([^"]*)"|'([^']*)')/g

/** What may be a target of `#fragment` references in finished HTML: rather too much than too little. */
export function findIds(html: string): ReadonlyArray<string> {
  const ids = Array.from(html.matchAll(idAttribute), ([, double, single]) =>
    decodeReferences(double ?? single ?? '')
  )
  return [...new Set(ids)]
}
