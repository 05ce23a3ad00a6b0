import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {BundledRecord, OutsideFiles} from '#src/model/bundled-file.ts'
import {isUnchanged} from './code-trace.ts'
import {folderState} from './folder-state.ts'

/** File name of the style sheets and scripts in the folder of the built-in theme. */
export const bundledThemeName = 'bundled.json'

/** The style sheets and scripts of the built-in theme, as they were bundled with Galley; empty where they were not. */
export function readBundledTheme(folder: string | undefined): ReadonlyArray<BundledRecord> {
  if (folder === undefined) return []
  try {
    return JSON.parse(readFileSync(join(folder, bundledThemeName), 'utf8')) as ReadonlyArray<BundledRecord>
  } catch {
    return []
  }
}

/** Whether bundling again would find the same. */
export function isOutsideUnchanged({files, names, folders = {}}: OutsideFiles): boolean {
  return (
    Object.entries(folders).every(([path, state]) => folderState(path) === state) &&
    isUnchanged({files: new Map(Object.entries(files)), names: new Map(Object.entries(names))})
  )
}
