import type {SourceMap} from 'node:module'
import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'

/** A place in a file. */
export interface Position {
  /** Absolute path. */
  readonly file: string
  /** 1-based, as the column. */
  readonly line: number
  readonly column: number
}

/** What a place in made code was made of; `undefined` where it was made of nothing. */
export function followMap({file, line, column}: Position, map: SourceMap): Position | undefined {
  const entry = map.findEntry(line - 1, column - 1)
  if (!('originalSource' in entry)) return undefined
  const {originalSource, originalLine, originalColumn} = entry
  return {
    // Node makes addresses of the paths in the maps that it reads.
    file: originalSource.startsWith('file:')
      ? fileURLToPath(originalSource)
      : resolve(file, '..', originalSource),
    line: originalLine + 1,
    column: originalColumn + 1
  }
}
