import {readFileSync} from 'node:fs'
import type {CodePlace} from '#src/model/code-place.ts'
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
export type FindLiteral = (text: string, file: string) => CodePlace | undefined

/** Finds texts in code as it is from now on: templates share most of what they import, so that each file is read once. */
export function literalFinder(folders: SiteFolders): FindLiteral {
  const files = new Map<string, CodeFile>()
  return (text, file) => {
    const seen = new Set([file])
    for (const path of seen) {
      const {code, imports} = open(path)
      const place = placeOf(text, code)
      if (place !== undefined) return {file: sitePathOf(folders, path), place}
      for (const imported of imports) seen.add(imported)
    }
    return undefined
  }

  function open(path: string): CodeFile {
    const known = files.get(path)
    if (known !== undefined) return known
    const code = readCode(path)
    const imports = Array.from(code.matchAll(relativeImport), ([, imported = '']) =>
      resolveOverlaid(folders, path, imported)
    )
    const opened = {code, imports: imports.filter((found) => found !== undefined)}
    files.set(path, opened)
    return opened
  }
}

interface CodeFile {
  readonly code: string
  /** Absolute paths. */
  readonly imports: ReadonlyArray<string>
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
