import type {SourcePath} from '#src/model/source.ts'
import type {JoinedLine} from './joined-text.ts'
import {rebaseUrl} from './rebase-url.ts'

/** Tells how a reference of an article stands in a line of its joined text: in an included file it starts from there. */
export function writtenReferences(
  article: SourcePath,
  lines: ReadonlyArray<JoinedLine> = []
): (reference: string, line: number) => string {
  return (reference, line) => {
    const path = lines[line - 1]?.path
    return path === undefined ? reference : rebaseUrl(reference, article, path)
  }
}
