import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import type {Route} from '#src/model/route.ts'
import {collision} from './collision-message.ts'
import {toOutputPath} from './route-path.ts'

/**
 * Routes that would be written to one file, or to files that a case-insensitive disk takes for one, or to a file and a
 * folder of one name.
 *
 * @param spotOf
 *   Where a route is written.
 * @returns
 *   One error for each route after the first that claims a path, in the order of `routes`.
 */
export function findCollisions(
  routes: ReadonlyArray<Route>,
  spotOf: (route: Route) => Spot
): ReadonlyArray<Diagnostic> {
  const ownerByPath = new Map<string, Route>()
  const diagnostics: Array<Diagnostic> = []
  for (const route of routes) {
    const path = foldCase(toOutputPath(route.path))
    const owner = ownerByPath.get(path)
    if (owner === undefined) ownerByPath.set(path, route)
    else diagnostics.push(collision(route, owner, spotOf))
  }
  for (const route of routes) {
    const owner = parentsOf(foldCase(toOutputPath(route.path)))
      .map((parent) => ownerByPath.get(parent))
      .find((parent) => parent !== undefined)
    if (owner !== undefined) diagnostics.push(collision(route, owner, spotOf))
  }
  return diagnostics
}

/**
 * Old addresses that pages or earlier rules have. They make no files, so that upper case tells them apart.
 *
 * @param routes
 *   All that have files.
 */
export function findClaimed(
  redirects: ReadonlyArray<Route>,
  routes: ReadonlyArray<Route>,
  spotOf: (route: Route) => Spot
): ReadonlyArray<Diagnostic> {
  const ownerByPath = new Map([...routes].reverse().map((route) => [route.path, route]))
  return redirects.flatMap((redirect) => {
    const owner = ownerByPath.get(redirect.path)
    if (owner !== undefined) return [collision(redirect, owner, spotOf)]
    ownerByPath.set(redirect.path, redirect)
    return []
  })
}

function foldCase(path: string): string {
  return path.normalize('NFC').toLowerCase().toUpperCase()
}

function parentsOf(path: string): ReadonlyArray<string> {
  const segments = path.split('/')
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'))
}
