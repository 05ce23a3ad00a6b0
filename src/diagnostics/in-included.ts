import type {Diagnostic} from './diagnostic.ts'

/**
 * A diagnostic at the place where an article includes a file, about something in that file, which it names.
 *
 * @param path
 *   Of the included file; `undefined` when the article itself is meant.
 * @param line
 *   In that file, where it is known.
 */
export function inIncluded(
  diagnostic: Diagnostic,
  path: string | undefined,
  line: number | undefined
): Diagnostic {
  if (path === undefined) return diagnostic
  const spot = line === undefined ? path : `${path}:${line}`
  return {...diagnostic, reason: `${diagnostic.reason} (in \`${spot}\`)`}
}
