import {attributeIn, tagsOf} from './html-tags.ts'
import {blocks, type InspectedHtml, inspectHtml, interactive} from './inspect-html.ts'

/**
 * Look at HTML with holes in which other stands, which is looked at by itself: what is wrong with it, alone or with the other, and the ids
 * that it makes. Of the other is read no more than it takes, so that what stands in each other many times is not read as often.
 */
export function inspectAround(own: string, inside: string): Pick<InspectedHtml, 'faults' | 'ids'> {
  const {faults, ids, holes} = inspectHtml(own)
  const found = [...faults]
  for (const {isParagraph, outer} of holes) {
    const block = isParagraph ? firstTag(inside, blocks) : undefined
    if (block?.isStart === true) found.push({kind: 'block', name: block.name})
    const inner = outer === undefined ? undefined : firstTag(inside, interactive)
    if (outer !== undefined && inner !== undefined) found.push({kind: 'nested', inner: inner.name, outer})
  }
  const twice = holes.length > 1 ? [...inspectHtml(inside).ids] : []
  const shared = [...ids].filter((id) => hasId(inside, id))
  for (const id of [...twice, ...shared]) found.push({kind: 'duplicate-id', id})
  return {faults: found, ids}
}

function firstTag(
  html: string,
  names: ReadonlySet<string>
): {readonly name: string; readonly isStart: boolean} | undefined {
  for (const {name, isEnd, isDrawn} of tagsOf(html)) {
    if (!isDrawn && names.has(name)) return {name, isStart: !isEnd}
  }
  return undefined
}

function hasId(html: string, id: string): boolean {
  // As an attribute would have it, in quotes or not: hardly any text has that.
  if (![`="${id}"`, `='${id}'`, `=${id}`].some((written) => html.includes(written))) return false
  for (const {attributes, isEnd, isDrawn} of tagsOf(html)) {
    if (!isEnd && !isDrawn && attributeIn(attributes, 'id') === id) return true
  }
  return false
}
