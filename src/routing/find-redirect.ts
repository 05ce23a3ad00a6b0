import {fillTarget} from '#src/model/redirect.ts'
import {matchPattern} from './path-pattern.ts'
import type {Redirect} from './redirect-table.ts'

/** The rule for an address, decoded; `undefined` where none is. */
export function findRedirect(table: ReadonlyArray<Redirect>, path: string): Redirect | undefined {
  return table.find(({from}) => matchPattern(from, path) !== undefined)
}

/** Path of the target of a rule that leads within the site, for an address that it is for. */
export function filledTarget({from, target}: Redirect, path: string): string {
  const values = matchPattern(from, path)
  return target?.kind === 'site' ? fillTarget(target.path, (name) => values?.get(name) ?? `:${name}`) : path
}
