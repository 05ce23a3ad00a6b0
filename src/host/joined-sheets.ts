import {createHash} from 'node:crypto'
import {posix} from 'node:path'
import type {FileEntry} from '#src/model/host.ts'

/*
 * Style sheets of `templates/assets/` may share parts, which lie in a folder `partials/` as those of templates do, and are imported:
 * `@import "./partials/tokens.css";`. A browser would ask for one after the other. So parts are no assets, and each sheet has them where it
 * imports them.
 */

/** Files without the parts of style sheets, of which every sheet's stamp tells. Sorted as they were. */
export function joinSheets(files: ReadonlyArray<FileEntry>): ReadonlyArray<FileEntry> {
  const parts = files.filter(({path}) => partPattern.test(path))
  if (parts.length === 0) return files
  // Which of them a sheet imports, only its text tells.
  const state = createHash('sha256').update(parts.map(({path, identity}) => `${path} ${identity}\n`).join(''))
  const partsIdentity = state.digest('base64url')
  const partsChanged = Math.max(...parts.map(({changed}) => changed))
  return files.flatMap((file) => {
    if (partPattern.test(file.path)) return []
    if (!sheetPattern.test(file.path)) return [file]
    const {path, identity, changed} = file
    return [{path, identity: `${identity} ${partsIdentity}`, changed: Math.max(changed, partsChanged)}]
  })
}

/**
 * The bytes of a file; those of a style sheet with its parts where it imports them. Any other import is left to the browser, which follows
 * those that stand above everything else.
 *
 * @param read
 *   Bytes of a file as it lies in its folder; `undefined` when there is none.
 */
export function readJoined(
  path: string,
  read: (path: string) => Uint8Array | undefined
): Uint8Array | undefined {
  const bytes = read(path)
  if (bytes === undefined || !sheetPattern.test(path)) return bytes
  const text = textOf(bytes)
  const whole = text.replace(importPattern, (written, imported: string) => {
    const part = posix.join(posix.dirname(path), imported)
    const found = partPattern.test(part) ? read(part) : undefined
    return found === undefined ? written : textOf(found).trimEnd()
  })
  return whole === text ? bytes : Buffer.from(whole)
}

const partPattern = /^templates\/assets\/(?:.+\/)?partials\//

const sheetPattern = /^templates\/assets\/.+\.css$/

/** An import without conditions, on a line of its own. */
const importPattern = /^@import ["'](\.[^"']+)["'];[ \t\r]*$/gm

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
