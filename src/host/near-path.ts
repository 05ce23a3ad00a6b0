import {closest} from '#src/diagnostics/closest.ts'

/**
 * The path that one which does not exist may have been meant to be: up to the first part that is not there, with the nearest name that
 * is.
 *
 * @param path
 *   With `/`.
 * @param namesIn
 *   Names in a folder, in an order that is always the same; the empty path is the root.
 * @returns
 *   `undefined` when no name is near.
 */
export function nearPath(
  path: string,
  namesIn: (folder: string) => ReadonlyArray<string>
): string | undefined {
  const segments = path.split('/')
  for (const [index, name] of segments.entries()) {
    const above = segments.slice(0, index)
    const names = namesIn(above.join('/'))
    if (names.includes(name)) continue
    const near = closest(name, names)
    return near === undefined ? undefined : [...above, near].join('/')
  }
  return undefined
}
