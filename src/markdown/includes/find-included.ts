import type {Source, SourcePath} from '#src/model/source.ts'
import {resolveIncluded} from './included-path.ts'
import {readImport} from './read-import.ts'

/** A file that a text may include. */
export interface MayInclude {
  /** `undefined` when it is no path of the site. */
  readonly path: SourcePath | undefined
  /** Whether as Markdown, which may include files of its own. */
  readonly isMarkdown: boolean
}

/** Files that include each other in a row: more is likelier a mistake than a book. */
export const levelsMax = 10

/** Files that one article may include, over all levels. */
export const includedMax = 1000

/** From where a fence or a directive may begin to the end of its line. */
const opening = /(?:```|~~~|::include|<<<)[^\r\n]*/g

const fileAttribute = /\bfile\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'`}]+))/g

/**
 * Every file that a text might include, told without parsing it: what only looks like an include, as in a sample of code, is among
 * them, and no other is missing. Most texts cost three searches.
 */
export function findIncluded({path: from, text}: Pick<Source, 'path' | 'text'>): ReadonlyArray<MayInclude> {
  if (!text.includes('file') && !text.includes('::include') && !text.includes('<<<')) return []
  const found: Array<MayInclude> = []
  for (const [line] of text.matchAll(opening)) {
    const isMarkdown = line.includes('::include')
    const imported = readImport(line)
    if (imported !== undefined) found.push({path: resolveIncluded(from, imported.file), isMarkdown: false})
    const count = found.length
    for (const [, double, single, bare] of line.matchAll(fileAttribute)) {
      found.push({path: resolveIncluded(from, double ?? single ?? bare ?? ''), isMarkdown})
    }
    if (isMarkdown && found.length === count) found.push({path: undefined, isMarkdown})
  }
  return found
}
