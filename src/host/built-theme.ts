import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Code} from './bundle-code.ts'
import {hashOfFile} from './code-trace.ts'
import type {KeptCode} from './kept-code.ts'
import {isWithin, listFiles} from './list-files.ts'
import {packageLabel} from './package-label.ts'
import type {SiteFolders} from './site-folders.ts'

/** What a folder with the built-in theme, bundled when Galley was, has beside the module. */
export interface ThemeRecord {
  /** Path in the theme and hash of each template, in the order of the module's exports. */
  readonly templates: ReadonlyArray<readonly [string, string]>
  /** Hash of each file of code that the theme has, whether imported or not: another one could come before it. */
  readonly files: Readonly<Record<string, string>>
  /** Name, path and version of each package's file by the specifier that it is imported by. */
  readonly packages: Readonly<Record<string, string>>
}

/** File name of the record. */
export const themeRecordName = 'record.json'

/**
 * The built-in theme as it was bundled with Galley, if bundling the code anew would give the same: the site has no code
 * of its own in `templates/`, and the theme and its packages are what they were.
 *
 * @param folder
 *   Absolute path of what `buildTheme` made.
 */
export function findBuiltTheme(
  {root, theme}: SiteFolders,
  {files}: Pick<Code, 'files'>,
  folder: string
): KeptCode | undefined {
  if (!files.every((file) => isWithin(file, theme)) || hasTemplates(root)) return undefined
  const record = readRecord(folder)
  if (record === undefined) return undefined
  const templates = record.templates.map(([path]) => join(theme, path))
  const isSame =
    JSON.stringify(templates) === JSON.stringify(files) &&
    JSON.stringify(themeFiles(theme)) === JSON.stringify(record.files) &&
    Object.entries(record.packages).every(([specifier, label]) => packageLabel(specifier) === label)
  const hashes = record.templates.map(([, hash]) => hash)
  return isSame ? {folder, hashes, areTemplates: true, files: new Set()} : undefined
}

/** Hash of each file of code in a theme by path, sorted. */
export function themeFiles(theme: string): ThemeRecord['files'] {
  const files = listFiles({root: theme, folder: '', prefix: '', excluded: [join(theme, 'assets')]}).value
  return Object.fromEntries(files.map(({path}) => [path, hashOfFile(join(theme, path))]))
}

/** Whether the site's `templates/` has anything but assets. */
function hasTemplates(root: string): boolean {
  try {
    return readdirSync(join(root, 'templates')).some((name) => name !== 'assets')
  } catch {
    return false
  }
}

function readRecord(folder: string): ThemeRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, themeRecordName), 'utf8')) as ThemeRecord
  } catch {
    return undefined
  }
}
