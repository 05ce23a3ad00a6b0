import {existsSync, readFileSync} from 'node:fs'
import {SourceMap} from 'node:module'
import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {CodePlace} from '#src/model/host.ts'
import {isWithin} from './list-files.ts'
import {type SiteFolders, sitePathOf} from './site-folders.ts'

/** What code of the site threw. */
export interface TracedError {
  /** One line. */
  readonly cause: string
  /** File of the site and place of the throw; absent when the stack names none. */
  readonly origin?: CodePlace
}

/**
 * Find in an error's stack the nearest code of the site.
 *
 * @param folder
 *   Folder of the bundled code.
 */
export function traceError(error: unknown, folders: SiteFolders, folder: string): TracedError {
  const cause = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  // Where something that calls itself for ever runs out of room is chance.
  const isPlaced = error instanceof Error && !/^Maximum call stack size exceeded/.test(error.message)
  const stack = isPlaced ? (error.stack ?? '') : ''
  for (const line of stack.split('\n')) {
    const origin = originOf(line, folders, folder)
    if (origin !== undefined) return {cause, origin}
  }
  return {cause}
}

const frame = /^\s+at (?:.*\()?((?:file:\/\/)?\/[^()]+):(\d+):(\d+)\)?$/

function originOf(line: string, folders: SiteFolders, folder: string): CodePlace | undefined {
  const [, address = '', lineText, columnText] = frame.exec(line) ?? []
  if (address === '') return undefined
  const file = address.startsWith('file:') ? fileURLToPath(address) : address
  const position = {file, line: Number(lineText), column: Number(columnText)}
  const original = isWithin(file, folder) ? followMap(position) : position
  if (original === undefined || !isCodeOf(folders, original.file)) return undefined
  const {line: startLine, column} = original
  return {
    file: sitePathOf(folders, original.file),
    place: {line: startLine, column, endLine: startLine, endColumn: column + 1}
  }
}

interface Position {
  readonly file: string
  /** 1-based, as the column. */
  readonly line: number
  readonly column: number
}

/** A stack already names the originals where Node follows source maps; elsewhere we follow them ourselves. */
function followMap({file, line, column}: Position): Position | undefined {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const [, data = ''] = /\n\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(text) ?? []
  if (data === '') return undefined
  const map = new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()))
  const entry = map.findEntry(line - 1, column - 1)
  if (!('originalSource' in entry)) return undefined
  const {originalSource, originalLine, originalColumn} = entry
  return {
    file: resolve(file, '..', originalSource),
    line: originalLine + 1,
    column: originalColumn + 1
  }
}

function isCodeOf({root, theme}: SiteFolders, file: string): boolean {
  return (isWithin(file, root) || isWithin(file, theme)) && !/[\\/]node_modules[\\/]/.test(file)
}
