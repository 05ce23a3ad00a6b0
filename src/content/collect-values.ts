import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatterBlock} from '#src/model/front-matter.ts'
import {joinPlaces, noPlaces, pointerSegment, writePlace} from '#src/model/front-matter-places.ts'
import type {JsonValue} from '#src/model/json.ts'
import {keyTooLong, tooManyValues, tooNested} from './limit-messages.ts'
import type {MappingTree, Origin, Range, Tree} from './tree.ts'
import {nestingMax, valueMax} from './tree.ts'

/** The part of a block that its text alone decides. */
export type Values = Pick<FrontMatterBlock, 'data' | 'places' | 'written'>

/** What an absent, empty or broken block holds. */
export const noValues: Values = {data: {}, places: noPlaces, written: {}}

/** Characters of a key. Every value below a key repeats it in its pointer, so that long keys would multiply. */
const keyLengthMax = 200

/**
 * Plain data from a tree, with the place of every key and value.
 *
 * @returns
 *   No values at all, and one diagnostic, when a limit is passed (`content/too-nested`, `content/too-many-values`,
 *   `content/key-too-long`).
 */
export function collectValues(
  tree: MappingTree,
  origin: Origin
): {
  readonly values: Values
  readonly diagnostics: ReadonlyArray<Diagnostic>
} {
  const places: Array<string> = []
  const written: Record<string, string> = {}
  let valueCount = 0
  let excess: Diagnostic | undefined
  const data = Object.fromEntries(collectEntries(tree, '', 1))
  if (excess) return {values: noValues, diagnostics: [excess]}
  return {values: {data, places: joinPlaces(places), written}, diagnostics: []}

  function collect(value: Tree, pointer: string, depth: number): JsonValue {
    places.push(writePlace(pointer, placeOf(value)))
    excess ??= excessOf(value, depth)
    if (excess) return null
    if (value.kind === 'mapping') return Object.fromEntries(collectEntries(value, pointer, depth))
    if (value.kind === 'list') {
      return value.items.map((item, index) =>
        excess ? null : collect(item, `${pointer}/${index}`, depth + 1)
      )
    }
    if (value.written !== undefined) written[pointer] = value.written
    return value.value
  }

  /** Entries, not assignments: `Object.fromEntries` makes `__proto__` a key like any other. */
  function collectEntries(mapping: MappingTree, pointer: string, depth: number): Array<[string, JsonValue]> {
    const entries: Array<[string, JsonValue]> = []
    for (const [key, entry] of mapping.entries) {
      if (key.length > keyLengthMax) excess ??= keyTooLong(at(entry), keyLengthMax)
      if (excess) break
      const below = `${pointer}/${pointerSegment(key)}`
      places.push(writePlace(`${below}#key`, placeOf(entry)))
      entries.push([key, collect(entry.value, below, depth + 1)])
    }
    return entries
  }

  function excessOf(value: Tree, depth: number): Diagnostic | undefined {
    valueCount++
    if (valueCount > valueMax) return tooManyValues(at(value), valueMax)
    return depth > nestingMax ? tooNested(at(value), nestingMax) : undefined
  }

  function at(range: Range): {readonly file: string; readonly place: Place} {
    return {file: origin.file, place: placeOf(range)}
  }

  function placeOf({start, end}: Range): Place {
    return origin.placeOf(start, end)
  }
}
