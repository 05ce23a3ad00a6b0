import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {SourcePath} from '#src/model/source.ts'

/** Where a line of a text is from. */
export interface FileLine {
  /** The included file; absent when it is the article's own. */
  readonly path?: SourcePath
  /** Its number in that file, 1-based, where that is known. */
  readonly lineInFile?: number | undefined
  /** Characters that it begins with in that file, and not in the text. Default: 0. */
  readonly indentation?: number
}

/**
 * A place of a text in the included file that it is from; `undefined` where that is not known. What ends in another file ends where it
 * begins.
 *
 * @param lineAt
 *   Given the number of a line in the text, 1-based.
 */
export function placeInFile(
  {line, column, endLine, endColumn}: Place,
  lineAt: (line: number) => FileLine | undefined
): Place | undefined {
  const [first, last] = [lineAt(line), lineAt(endLine)]
  if (first?.lineInFile === undefined) return undefined
  const start = {line: first.lineInFile, column: column + (first.indentation ?? 0)}
  return last?.lineInFile === undefined || last.path !== first.path
    ? {...start, endLine: start.line, endColumn: start.column}
    : {...start, endLine: last.lineInFile, endColumn: endColumn + (last.indentation ?? 0)}
}
