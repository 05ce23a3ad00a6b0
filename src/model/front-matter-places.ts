import type {Place} from '#src/diagnostics/diagnostic.ts'

declare const brand: unique symbol

/**
 * Places of front matter values in the file, by JSON pointer (`/tags/0`) of the names *as written*; the place of a key
 * itself is at the pointer followed by `#key` (`/tilte#key`).
 *
 * One text (`2 8 2 34 /title,3 1 3 5 /date#key`): every article has some twenty of them, and a place is asked for when something is wrong there.
 */
export type FrontMatterPlaces = string & {readonly [brand]: true}

/** Of values that no file holds. */
export const noPlaces = '' as FrontMatterPlaces

/**
 * Place of a value of `params` by its keys: of two of one name that below `params` is the one that counts.
 *
 * @param part
 *   `#key` for the place of the last key itself.
 */
export function paramPlace(
  findPlace: (pointer: string) => Place | undefined,
  keys: ReadonlyArray<string>,
  part: '' | '#key' = ''
): Place | undefined {
  const pointer = keys.map((key) => `/${pointerSegment(key)}`).join('') + part
  return findPlace(`/params${pointer}`) ?? findPlace(pointer)
}

/** A key in a pointer (RFC 6901). */
export function pointerSegment(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** One entry of `FrontMatterPlaces`. */
export function writePlace(pointer: string, {line, column, endLine, endColumn}: Place): string {
  return `${line} ${column} ${endLine} ${endColumn} ${pointer.includes(',') ? pointer.replaceAll(',', comma) : pointer}`
}

/** The places of entries. */
export function joinPlaces(entries: ReadonlyArray<string>): FrontMatterPlaces {
  return entries.join(',') as FrontMatterPlaces
}

/** Finds places by their pointers; of two with one pointer the last. They are read when one is first asked for. */
export function placeFinder(places: FrontMatterPlaces): (pointer: string) => Place | undefined {
  let found: ReadonlyMap<string, Place> | undefined
  return (pointer) => {
    found ??= readPlaces(places)
    return found.get(pointer)
  }
}

/** All places by their pointers. */
function readPlaces(places: FrontMatterPlaces): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>()
  for (const [, line, column, endLine, endColumn, pointer = ''] of places.matchAll(entry)) {
    found.set(pointer.replaceAll(comma, ','), {
      line: Number(line),
      column: Number(column),
      endLine: Number(endLine),
      endColumn: Number(endColumn)
    })
  }
  return found
}

/** What no pointer has: a tilde is always followed by `0` or `1` (RFC 6901). */
const comma = '~2'

const entry = /(\d+) (\d+) (\d+) (\d+) ([^,]*)/g
