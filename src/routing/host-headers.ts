import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import type {Header, HeaderConfig, HostHeaders} from '#src/model/hosted-site.ts'
import type {HostPattern} from '#src/model/redirect.ts'
import {encodePath} from './href.ts'
import {overlaps, parsePattern} from './path-pattern.ts'
import {overlappingHeaders} from './redirect-messages.ts'

/** What every site may say: files are what their types say, and other sites learn no more than the origin. */
const harmless: ReadonlyArray<Header> = [
  {name: 'X-Content-Type-Options', value: 'nosniff'},
  {name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin'}
]

/** For files whose address is another when their content is: a year, the longest that means anything. */
const forGood: Header = {name: 'Cache-Control', value: 'public, max-age=31536000, immutable'}

/**
 * Headers for hosts. One of a name that the configuration has anywhere is the configuration's alone, since hosts would send both.
 *
 * @param unchanging
 *   Folders whose files never change, from the site's root: `/assets/mermaid-11.4.0/`.
 */
export function hostHeaders(
  written: ReadonlyArray<HeaderConfig>,
  unchanging: ReadonlyArray<string>
): ReadonlyArray<HostHeaders> {
  const names = new Set(written.flatMap(({headers}) => headers.map(({name}) => name.toLowerCase())))
  const isOurs = ({name}: Header): boolean => !names.has(name.toLowerCase())
  const rules: ReadonlyArray<HeaderConfig> = [
    {path: '/*', headers: harmless.filter(isOurs)},
    ...unchanging.map((folder) => ({path: `${folder}*`, headers: [forGood].filter(isOurs)})),
    ...written
  ]
  return rules.filter(({headers}) => headers.length > 0).map(toHostHeaders)
}

/** With a header for all answers, unless there is one of that name. */
export function withHeader(all: ReadonlyArray<HostHeaders>, header: Header): ReadonlyArray<HostHeaders> {
  const isNamed = all.some(({headers}) =>
    headers.some(({name}) => name.toLowerCase() === header.name.toLowerCase())
  )
  return isNamed ? all : [{path: [{kind: 'rest'}], isFolder: false, headers: [header]}, ...all]
}

/** Rules of which two name one header for one address: some hosts send the two as one, others the last. */
export function checkHeaders(
  rules: ReadonlyArray<HeaderConfig>,
  spotOf: (path: string, name: string) => Spot
): ReadonlyArray<Diagnostic> {
  return rules.flatMap(({path, headers}, index) =>
    headers.flatMap(({name}) => {
      const other = rules
        .slice(0, index)
        .find(
          (earlier) =>
            overlaps(parsePattern(earlier.path), parsePattern(path)) &&
            earlier.headers.some((header) => header.name.toLowerCase() === name.toLowerCase())
        )
      return other === undefined ? [] : [overlappingHeaders(spotOf(path, name), name, [path, other.path])]
    })
  )
}

function toHostHeaders({path, headers}: HeaderConfig): HostHeaders {
  const pattern = parsePattern(path).map(
    (part): HostPattern => (part.kind === 'text' ? {...part, encoded: encodePath(part.text)} : part)
  )
  return {path: pattern, isFolder: pattern.length > 0 && path.endsWith('/'), headers}
}
