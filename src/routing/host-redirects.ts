import {
  fillTarget,
  type HostPattern,
  type HostRedirect,
  isExact,
  namesOf,
  type RedirectTarget
} from '#src/model/redirect.ts'
import {encodePath, toHref} from './href.ts'
import {covers} from './path-pattern.ts'
import type {Redirect} from './redirect-table.ts'

/**
 * Rules as hosts are told: all that is to be in a header percent-encoded, and targets from the root of the server. What `*` stands
 * for is never empty: most hosts find no `/a` by `/a/*`, which is a rule of its own then.
 *
 * @param table
 *   In the order in which they count.
 */
export function hostRedirects(table: ReadonlyArray<Redirect>, basePath: string): ReadonlyArray<HostRedirect> {
  const rules = table.flatMap((redirect, index) => {
    const above = aboveRest(redirect)
    const isReached = above !== undefined && !table.slice(0, index).some(({from}) => covers(from, above.from))
    return isReached ? [above, redirect] : [redirect]
  })
  const sorted = [...rules.filter(({from}) => isExact(from)), ...rules.filter(({from}) => !isExact(from))]
  return sorted.map((redirect) => toHostRedirect(redirect, basePath))
}

/** Address of a target for `href`. */
export function targetHref(target: RedirectTarget, basePath: string): string {
  if (target.kind === 'elsewhere') return encodeForeign(target.url)
  return toHref(target.path, basePath) + encodeForeign(target.suffix)
}

/** The rule for what is above `*`; `undefined` where nothing is. */
function aboveRest({target, ...redirect}: Redirect): Redirect | undefined {
  const from = redirect.from.slice(0, -1)
  if (redirect.from.at(-1)?.kind !== 'rest' || from.length === 0) return undefined
  return {...redirect, from, ...(target === undefined ? {} : {target: withoutSplat(target)})}
}

function withoutSplat(target: RedirectTarget): RedirectTarget {
  const strip = <Text extends string>(text: Text): Text =>
    fillTarget(text, (name) => (name === 'splat' ? '' : `:${name}`)) as Text
  if (target.kind === 'elsewhere') return {...target, url: strip(target.url)}
  return {...target, path: strip(target.path), suffix: strip(target.suffix)}
}

function toHostRedirect({from, target, status}: Redirect, basePath: string): HostRedirect {
  const pattern = from.map(
    (part): HostPattern => (part.kind === 'text' ? {...part, encoded: encodePath(part.text)} : part)
  )
  if (target === undefined) return {from: pattern, status}
  const names = namesOf(from)
  // A page may have a colon in its address, which hosts would take for the start of a name.
  const to = fillTarget(targetHref(target, basePath), (name) =>
    names.includes(name) ? `:${name}` : `%3A${name}`
  )
  return {from: pattern, to, status}
}

/** What was written as an address, without what no header can hold. */
function encodeForeign(address: string): string {
  return address.replace(/[^\x21-\x7e]+/gu, (text) =>
    encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
  )
}
