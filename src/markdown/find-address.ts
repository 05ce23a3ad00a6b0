/** Where an address stands in a text: offsets, the end exclusive. */
export interface AddressRange {
  readonly start: number
  readonly end: number
}

/**
 * Finds an address in the stretch of the text that was written for its link, image or element, or in the definition that it refers to; stretches
 * come in their order.
 */
export type FindAddress = (stretch: AddressRange, reference: string) => AddressRange | undefined

/** Characters looked through again in one text: a stretch may be a megabyte of HTML with thousands of addresses. */
const searchedMax = 20_000_000

/** `undefined` where an address is written otherwise than it is read, and when all that may be looked through has been. */
export function addressFinder(text: string): FindAddress {
  let last: AddressRange = {start: -1, end: -1}
  /** In the last stretch, behind the address that was found last. */
  let behind = 0
  let searched = 0
  let definitions: ReadonlyMap<string, number> | undefined
  return (stretch, reference) => {
    if (stretch.start !== last.start || stretch.end !== last.end) behind = stretch.start
    last = stretch
    const found = find(stretch, reference)
    if (found !== undefined) behind = found.end
    return found
  }

  function find({start, end}: AddressRange, reference: string): AddressRange | undefined {
    const isElement = text[start] === '<'
    for (const address of [reference, decoded(reference)]) {
      if (address === undefined) continue
      const found = isElement
        ? (quoted(behind, end, address) ?? quoted(start, end, address))
        : (inBrackets(start, end, address) ??
          quoted(start, end, address) ??
          inDefinition(start, end, address))
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The last one: the text of a link may be an image. */
  function inBrackets(start: number, end: number, address: string): AddressRange | undefined {
    const written = stretchOf(start, end)
    for (const mark of ['](', '](<']) {
      const index = written?.lastIndexOf(mark + address) ?? -1
      if (index !== -1) return rangeFrom(start + index + mark.length, address)
    }
    return undefined
  }

  /** That of the label which the stretch ends with: `[text][label]`, `[label][]`, `[label]`. */
  function inDefinition(start: number, end: number, address: string): AddressRange | undefined {
    const [, label] =
      /\[((?:[^[\]\\]|\\.)+)\](?:\[\])?$/s.exec(text.slice(Math.max(start, end - labelMax), end)) ?? []
    if (label === undefined) return undefined
    definitions ??= definitionsIn(text)
    const found = definitions.get(sameLabel(label))
    return found !== undefined && text.startsWith(address, found) ? rangeFrom(found, address) : undefined
  }

  /** The first one from `start` on. */
  function quoted(start: number, end: number, address: string): AddressRange | undefined {
    const written = stretchOf(start, end)
    for (const quote of ['"', "'"]) {
      const index = written?.indexOf(`=${quote}${address}${quote}`) ?? -1
      if (index === -1) continue
      searched -= end - start - index
      return rangeFrom(start + index + '="'.length, address)
    }
    return undefined
  }

  function stretchOf(start: number, end: number): string | undefined {
    searched += end - start
    return searched > searchedMax ? undefined : text.slice(start, end)
  }
}

/** Characters of a label at most, with its brackets: CommonMark has 999 for what is between them. */
const labelMax = 1003

const definition = /^[ \t>]*\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]*\n?[ \t>]*<?/gm

/** Where the addresses of definitions begin, by label; of several with one label the first counts. */
function definitionsIn(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const {0: head, 1: label = '', index} of text.matchAll(definition)) {
    const key = sameLabel(label)
    if (!found.has(key)) found.set(key, index + head.length)
  }
  return found
}

/** What labels have in common that mean the same. */
function sameLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
}

function rangeFrom(start: number, {length}: string): AddressRange {
  return {start, end: start + length}
}

/** Without percent escapes, which links of Markdown may do without; `undefined` where that is the same. */
function decoded(reference: string): string | undefined {
  if (!reference.includes('%')) return undefined
  try {
    return decodeURI(reference)
  } catch {
    return undefined
  }
}
