import {readFileSync} from 'node:fs'
import type {CodePlace} from '#src/model/host.ts'
import {resolveOverlaid, type SiteFolders, sitePathOf} from './site-folders.ts'

/** What a file imports or exports again by a relative path. */
const relativeImport = /\bfrom\s*['"](\.[^'"]*)['"]/g

/**
 * Where a text stands between quotes in a file of code, or in one that it imports by a relative path; `undefined` where it does not stand as a
 * whole. All that is read is part of what the hash of the code is made of.
 *
 * @param file
 *   Absolute path.
 */
export function findLiteral(text: string, file: string, folders: SiteFolders): CodePlace | undefined {
  const seen = new Set([file])
  for (const path of seen) {
    const code = readCode(path)
    const place = placeOf(text, code)
    if (place !== undefined) return {file: sitePathOf(folders, path), place}
    for (const [, imported = ''] of code.matchAll(relativeImport)) {
      const found = resolveOverlaid(folders, path, imported)
      if (found !== undefined) seen.add(found)
    }
  }
  return undefined
}

function placeOf(text: string, code: string): CodePlace['place'] | undefined {
  const offsets = ['"', "'", '`'].map((quote) => code.indexOf(quote + text + quote)).filter((at) => at !== -1)
  if (offsets.length === 0) return undefined
  const before = code.slice(0, Math.min(...offsets) + 1).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return {line, column, endLine: line, endColumn: column + text.length}
}

function readCode(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
