import {closest} from './closest.ts'

/** Names by keys, of which those have one in common that may be near each other. */
export type NamesByKey<Name extends string> = Readonly<Record<string, ReadonlyArray<Name>>>

/** Names by keys: who looks for the closest of thousands, thousands of times, is not to compare each with all. */
export function groupByKeys<Name extends string>(
  names: Iterable<Name>,
  keysOf: (name: string) => ReadonlyArray<string>
): NamesByKey<Name> {
  const groups = new Map<string, Array<Name>>()
  for (const name of names) {
    for (const key of keysOf(name)) {
      const known = groups.get(key)
      if (known === undefined) groups.set(key, [name])
      else known.push(name)
    }
  }
  return Object.fromEntries(groups)
}

/** How names are compared. */
export interface KeyRules {
  /** Keys of a name, as it was grouped by. */
  readonly keysOf: (name: string) => ReadonlyArray<string>
  /** What of a name is compared. Default: all of it. */
  readonly partOf?: (name: string) => string
  /** Edits between two at most, beside what `closest` allows. Default: any number. */
  readonly editsMax?: number
}

/** The closest of the names that have a key in common with this one. A key that very many names have tells of none. */
export function closestByKeys<Name extends string>(
  name: string,
  groups: NamesByKey<Name>,
  {keysOf, partOf = (whole) => whole, editsMax}: KeyRules
): Name | undefined {
  const byPart = new Map<string, Name>()
  for (const key of keysOf(name)) {
    const group = Object.hasOwn(groups, key) ? (groups[key] ?? []) : []
    if (group.length > namesMax) continue
    // Most have both ends in common, and are to be compared once.
    for (const near of group) if (!byPart.has(partOf(near))) byPart.set(partOf(near), near)
  }
  const found = closest(partOf(name), [...byPart.keys()], editsMax)
  return found === undefined ? undefined : byPart.get(found)
}

/** With one key: each takes a microsecond to be compared, and ten thousands of names may be looked for. */
const namesMax = 200

/** Keys of a name by its beginning and its end: most slips change one of them at most. What is short may differ in both. */
export function endsOf(name: string): ReadonlyArray<string> {
  const own = name.toLowerCase()
  const ends = [`^${own.slice(0, beginLength)}`, `${own.slice(-endLength)}$`]
  return own.length <= beginLength + endLength ? [...ends, 'short'] : ends
}

const beginLength = 2
const endLength = 3
