import {existsSync, readFileSync} from 'node:fs'
import {SourceMap} from 'node:module'
import {relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {CodePlace} from '#src/model/code-place.ts'
import type {Bundle} from './bundle-modules.ts'
import {followMap, type Position} from './follow-map.ts'
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
 * Find in the stack of an error, which bundled code has thrown, the nearest code of the site: what its author wrote before what is of the
 * theme, which throws where it is given something wrong.
 */
export function traceError(
  error: unknown,
  folders: SiteFolders,
  bundle: Pick<Bundle, 'folder' | 'mapOf'>
): TracedError {
  const cause = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  // Where something that calls itself for ever runs out of room is chance.
  const isPlaced = error instanceof Error && !/^Maximum call stack size exceeded/.test(error.message)
  const stack = isPlaced ? (error.stack ?? '') : ''
  const positions = stack.split('\n').flatMap((line) => positionIn(line, folders, bundle) ?? [])
  const nearest = positions.find(({file}) => !isWithin(file, folders.theme)) ?? positions[0]
  return nearest === undefined ? {cause} : {cause, origin: toCodePlace(nearest, folders)}
}

function toCodePlace({file, line, column}: Position, folders: SiteFolders): CodePlace {
  return {file: sitePathOf(folders, file), place: {line, column, endLine: line, endColumn: column + 1}}
}

const frame = /^\s+at (?:.*\()?((?:file:\/\/)?\/[^()]+):(\d+):(\d+)\)?$/

function positionIn(
  line: string,
  folders: SiteFolders,
  {folder, mapOf}: Pick<Bundle, 'folder' | 'mapOf'>
): Position | undefined {
  const [, address = '', lineText, columnText] = frame.exec(line) ?? []
  if (address === '') return undefined
  const file = address.startsWith('file:') ? fileURLToPath(address) : address
  const position = {file, line: Number(lineText), column: Number(columnText)}
  // A stack already names the originals where Node follows source maps; elsewhere we follow them ourselves.
  const map = isWithin(file, folder) ? (mapOf(file) ?? mapIn(file)) : undefined
  const original = isWithin(file, folder) ? map && followMap(position, map) : position
  return original !== undefined && isCodeOf(folders, original.file) ? original : undefined
}

/** The map at the end of a bundle. */
function mapIn(file: string): SourceMap | undefined {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const [, data = ''] = /\n\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(text) ?? []
  return data === '' ? undefined : new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()))
}

/** The theme lies in `node_modules/` where Galley is installed, and is none of the packages there. */
function isCodeOf({root, theme}: SiteFolders, file: string): boolean {
  const isPackage = (folder: string): boolean => /(^|[\\/])node_modules[\\/]/.test(relative(folder, file))
  return [root, theme].some((folder) => isWithin(file, folder) && !isPackage(folder))
}
