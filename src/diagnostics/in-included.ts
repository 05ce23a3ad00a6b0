import type {Diagnostic} from './diagnostic.ts'

/**
 * A diagnostic at the place where an article includes a file, about something in that file, which it names.
 *
 * @param path
 *   Of the included file; `undefined` when the article itself is meant.
 */
export function inIncluded(diagnostic: Diagnostic, path: string | undefined): Diagnostic {
  return path === undefined ? diagnostic : {...diagnostic, reason: `${diagnostic.reason} (in \`${path}\`)`}
}
