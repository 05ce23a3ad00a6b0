import type {Diagnostic} from './diagnostic.ts'

/** From where a part of an article is. */
export interface IncludedFrom<Path extends string = string> {
  /** The included file that has it. Places of such a part are in that file. */
  readonly path: Path
  /** The line of the article that includes the file, by others too. 1-based. */
  readonly includedAt: number
}

/**
 * A diagnostic of an article as one of the file that it includes.
 *
 * @param diagnostic
 *   With the article as its file, and a place in the included file.
 * @param from
 *   `undefined` when the article itself is meant.
 */
export function inIncluded(diagnostic: Diagnostic, from: IncludedFrom | undefined): Diagnostic {
  if (from === undefined) return diagnostic
  return {
    ...diagnostic,
    file: from.path,
    includedBy: {file: diagnostic.file, line: from.includedAt}
  }
}
