import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt, type Spot, warningAt} from '#src/diagnostics/problem-at.ts'
import type {HostName} from '#src/model/host-name.ts'

/** Rules that lead to each other. `steps` are their addresses, the first also as the last. */
export function redirectLoop(spot: Spot, steps: ReadonlyArray<string>): Diagnostic {
  return errorAt(
    spot,
    'routing/redirect-loop',
    `Expected an address where readers arrive, found ${steps.map((step) => `\`${step}\``).join(' → ')}`,
    'Browsers give up: let one of them lead to a page'
  )
}

/** A rule that nobody comes to, since another has all of its addresses. */
export function shadowedRedirect(spot: Spot, from: string, by: string): Diagnostic {
  const isSame = from === by
  return warningAt(
    spot,
    'routing/shadowed-redirect',
    `Expected a rule that readers come to, found \`${from}\`, whose addresses ${isSame ? 'another rule' : `\`${by}\``} has before it`,
    isSame ? 'Take one of them out' : 'Put the narrower rule first'
  )
}

/** A rule that leads to nothing in this site. */
export function redirectToNowhere(spot: Spot, to: string, intended: string | undefined): Diagnostic {
  return warningAt(
    spot,
    'routing/redirect-to-nowhere',
    `Expected a page or file of this site, found \`${to}\``,
    intended === undefined ? undefined : `Did you mean \`${intended}\`?`
  )
}

/** A pattern for an address that has a page, which hosts take differently. */
export function redirectOverPage(spot: Spot, from: string, page: string): Diagnostic {
  return warningAt(
    spot,
    'routing/redirect-over-page',
    `Expected no page at the addresses of \`${from}\`, found \`${page}\``,
    'Some hosts show the page, others send the reader on: write a narrower rule, or name your hosts in `hosting`'
  )
}

/** More rules than a host takes. */
export function tooManyRedirects(
  spot: Spot,
  {count, max, kind}: {readonly count: number; readonly max: number; readonly kind: string}
): Diagnostic {
  return warningAt(
    spot,
    'routing/too-many-redirects',
    `Expected at most ${max} lines ${kind} in \`_redirects\` for Cloudflare, found ${count}`,
    'Cloudflare passes over those at the end'
  )
}

/** A header that a host does not take. */
export function tooLongHeader(
  spot: Spot,
  {name, length, max}: {readonly name: string; readonly length: number; readonly max: number}
): Diagnostic {
  return warningAt(
    spot,
    'routing/too-long-header',
    `Expected at most ${max} characters in a line of \`_headers\` for Cloudflare, found ${length} for \`${name}\``,
    name === 'Content-Security-Policy'
      ? 'Cloudflare sends no policy then. Put scripts and styles that stand in pages into files: each of them is a hash in it'
      : 'Cloudflare does not send it then'
  )
}

/** A rule that hosts have no way to follow. `what` is for people: the status, or the pattern. */
export function unsupportedRedirect(spot: Spot, what: string, hosts: ReadonlyArray<HostName>): Diagnostic {
  return warningAt(
    spot,
    'routing/unsupported-redirect',
    `Expected a rule for every host in \`hosting\`, found ${what}, of which nobody can be told at ${hosts.map((host) => `\`${host}\``).join(' and ')}`,
    'Readers get “not found” there'
  )
}

/** A rule that nobody is told of as long as no host is named. */
export function unnamedHost(spot: Spot, status: number): Diagnostic {
  return warningAt(
    spot,
    'routing/unsupported-redirect',
    `Expected the name of a host in \`hosting\` for the status \`${status}\`, found none`,
    'Not all hosts know it, so that it is written for those alone that are named. Until then readers get “not found” there'
  )
}

/** Two rules that name one header for the same addresses. */
export function overlappingHeaders(
  spot: Spot,
  name: string,
  [path, other]: readonly [path: string, other: string]
): Diagnostic {
  return warningAt(
    spot,
    'routing/overlapping-headers',
    `Expected one rule with \`${name}\` for each address, found \`${path}\` and \`${other}\``,
    'Some hosts send both values as one: write paths that have no address in common'
  )
}
