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

/** The closest of the names that have a key in common with this one. */
export function closestByKeys<Name extends string>(
  name: string,
  groups: NamesByKey<Name>,
  keysOf: (name: string) => ReadonlyArray<string>
): Name | undefined {
  const near = keysOf(name).flatMap((key) => (Object.hasOwn(groups, key) ? (groups[key] ?? []) : []))
  // Most have both ends in common, and are to be compared once.
  return closest(name, [...new Set(near)])
}

/** Keys of a name by its beginning and its end: most slips change one of them at most. What is short may differ in both. */
export function endsOf(name: string): ReadonlyArray<string> {
  const own = name.toLowerCase()
  const ends = [`^${own.slice(0, beginLength)}`, `${own.slice(-endLength)}$`]
  return own.length <= beginLength + endLength ? [...ends, 'short'] : ends
}

const beginLength = 2
const endLength = 3
