import {hostNames} from '#src/model/host-name.ts'
import {namesIn, type RedirectStatus} from '#src/model/redirect.ts'
import type {RedirectRule} from './hosting-rules.ts'
import {
  both,
  listOf,
  mappingOf,
  mappingOrFalse,
  oneOf,
  recordOf,
  refused,
  type Shape,
  textLike
} from './shape.ts'
import {encodings} from './to-hosting-config.ts'

/** Every status that a rule may have. */
export const redirectStatuses: ReadonlyArray<RedirectStatus> = [301, 302, 307, 308, 200, 410]

const status: Shape = (value, path) =>
  redirectStatuses.some((known) => known === value) ? [] : [refused(path, 'redirectStatus')]

const rule = mappingOf({
  required: {from: textLike('redirectFrom', isPattern)},
  optional: {to: textLike('redirectTo', isTarget), status}
})

/** What holds between the parts of a rule that are right by themselves. */
const wholeRule: Shape = (value, path) => {
  const {from, to, status} = value as RedirectRule
  if (status === 410) return to === undefined ? [] : [refused([...path, 'to'], 'redirectToNone')]
  if (to === undefined) return [{path: [...path, 'to'], fault: {kind: 'missing key'}}]
  if (status === 200 && !to.startsWith('/')) return [refused([...path, 'to'], 'redirectToElsewhere')]
  const given = namesOfPattern(from)
  const isKnown = namesIn(to).every((name) => given.includes(name))
  return isKnown ? [] : [refused([...path, 'to'], 'redirectName')]
}

/** Shape of the setting `redirects`. */
export const redirects: Shape = listOf(both(rule, wholeRule))

/** Shape of the setting `compress`. */
export const compress: Shape = (value, path) =>
  typeof value === 'boolean' ? [] : listOf(oneOf(encodings))(value, path)

/** Shape of the setting `hosting`. */
export const hosting: Shape = listOf(oneOf(hostNames))

const headerValue = textLike(
  'headerValue',
  (value) => /^[\x20-\x23\x25-\x7e]*$/.test(value) && value.trim() === value
)

const headersOfPath: Shape = both(recordOf(headerValue), (value, path) =>
  Object.keys(value as object)
    .filter((name) => !/^[\w!#%&'*+.^`|~-]+$/.test(name))
    .map((name) => refused([...path, name], 'headerName'))
)

/** Shape of the setting `headers`. */
export const headers: Shape = mappingOrFalse(
  both(recordOf(headersOfPath), (value, path) =>
    Object.keys(value as object)
      .filter((from) => !isPattern(from))
      .map((from) => refused([...path, from], 'headerPath'))
  )
)

const sources = listOf(
  textLike(
    'policySource',
    (value) => /^[^\s;,$]+$/.test(value) && /^[\x21-\x7e]+$/.test(value) && !bareKeyword.test(value)
  )
)

/** Words that have quotes in a policy, without which they are the names of hosts. */
const bareKeyword =
  /^(?:self|none|strict-dynamic|report-sample|(?:wasm-)?unsafe-[a-z-]+|(?:nonce|sha(?:256|384|512))-.+)$/i

/** Shape of the setting `contentSecurityPolicy`. */
export const contentSecurityPolicy: Shape = (value, path) =>
  value === true ? [] : mappingOrFalse(recordOf(sources))(value, path)

/** Names of what a pattern stands for. */
function namesOfPattern(from: string): ReadonlyArray<string> {
  return from.endsWith('/*') ? [...namesIn(from), 'splat'] : namesIn(from)
}

/** A path whose segments are text or a whole `:name`, each name once, or end in a whole `*`. */
function isPattern(from: string): boolean {
  const segments = from.split('/').slice(1)
  const areWhole = segments.every((segment, index) =>
    segment === '*' ? index === segments.length - 1 : /^(?::[a-z]\w*|[^:*]*)$/i.test(segment)
  )
  const names = namesIn(from)
  const areNames = new Set(names).size === names.length && !names.includes('splat')
  return /^\/(?!\/)[^?#\s]*$/.test(from) && segments.every(isSafe) && areWhole && areNames
}

/** Whether a segment is one also when its percent escapes are decoded, and leads to no folder above. */
function isSafe(segment: string): boolean {
  const text = decode(segment)
  return !/[/\\\p{Cc}\p{Surrogate}]/u.test(text) && !/^\.[. ]*$/.test(text)
}

function isTarget(to: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(to)) return false
  if (/^https?:\/\//i.test(to)) return URL.canParse(to)
  return /^(?:\/(?!\/)|content\/)/.test(to) && !/(?:^|\/)\.\.?(?:\/|$)/.test(to)
}

/** Escapes that are malformed are text. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
