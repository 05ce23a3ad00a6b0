import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import type {OutputPath, Route} from '#src/model/route.ts'
import {stagingName} from '#src/model/staging-name.ts'
import {reservedAddress, tooLongName, unportableName} from './name-messages.ts'
import {toOutputPath} from './route-path.ts'

/**
 * Output paths with names that some disk does not take: `routing/too-long-name` and `routing/reserved-address` where none does,
 * `routing/unportable-name` where Windows does not.
 *
 * @param spotOf
 *   Where the address of a route is written.
 * @returns
 *   One for each name and place: what lies below a folder is not told of again.
 */
export function findUnfitNames(
  routes: ReadonlyArray<Route>,
  spotOf: (route: Route) => Spot
): ReadonlyArray<Diagnostic> {
  const told = new Set<string>()
  return routes.flatMap((route) => {
    const path = toOutputPath(route.path)
    if (plainPath.test(path)) return []
    const fault = faultIn(path)
    if (fault === undefined) return []
    const spot = spotOf(route)
    const keys = [`${fault.kind} ${fault.below}`, `${fault.kind} ${spot.file}`]
    const isTold = keys.some((key) => told.has(key))
    for (const key of keys) told.add(key)
    return isTold ? [] : [fault.tell(spot)]
  })
}

/** What nearly all are, told at one glance: short names of letters, digits, `-` and `_`, the last with one extension. */
const plainPath =
  /^(?!(?:.*\/)?(?:con|prn|aux|nul|com\d|lpt\d)[./])(?:[a-z\d_-]{1,80}\/){0,8}[a-z\d_-]{1,80}\.[a-z\d]{1,8}$/i

interface Fault {
  readonly kind: 'reserved' | 'long' | 'unportable'
  /** The path up to the name that is wrong. */
  readonly below: string
  readonly tell: (spot: Spot) => Diagnostic
}

function faultIn(path: OutputPath): Fault | undefined {
  const names = path.split('/')
  const top = names[0] ?? ''
  if (top.toLowerCase() === stagingName)
    return {kind: 'reserved', below: top, tell: (spot) => reservedAddress(spot, `/${top}/`)}
  if (byteLength(path) > pathBytesMax)
    return {kind: 'long', below: path, tell: (spot) => tooLongName(spot, path, pathBytesMax)}
  for (const [index, name] of names.entries()) {
    const below = names.slice(0, index + 1).join('/')
    if (byteLength(name) > nameBytesMax)
      return {kind: 'long', below, tell: (spot) => tooLongName(spot, name, nameBytesMax)}
    const why = unportable.find(({pattern}) => pattern.test(name))?.why
    if (why !== undefined) return {kind: 'unportable', below, tell: (spot) => unportableName(spot, name, why)}
  }
  return undefined
}

/** Disks take 255; the rest is for `.br` and `.gz`. */
const nameBytesMax = 250

/** macOS takes 1024 from the root of the disk on, of which some belong to the folders above the site. */
const pathBytesMax = 900

/** @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const unportable: ReadonlyArray<{readonly pattern: RegExp; readonly why: string}> = [
  {
    pattern: /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d\u00b9\u00b2\u00b3])(?: *\..*)?$/i,
    why: 'which is the name of a device on Windows'
  },
  {pattern: /[. ]$/, why: 'of which Windows drops the end'},
  {pattern: /[<>:"|?*\\]/, why: 'with a character that no name has on Windows'},
  {pattern: /\p{Bidi_Control}/u, why: 'with a character that turns the order of the others around'},
  {pattern: /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u, why: 'with a character that no name should have'}
]

function byteLength(text: string): number {
  // A code unit is at most three bytes.
  return text.length * 3 <= nameBytesMax ? text.length : new TextEncoder().encode(text).length
}
