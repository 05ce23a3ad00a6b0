import {randomUUID} from 'node:crypto'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Code} from './bundle-code.ts'
import {type CodeTrace, hashOf, hashOfFile, isUnchanged, statsOf} from './code-trace.ts'
import {realPathOf} from './list-files.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolders} from './site-folders.ts'

/**
 * Bundled code below `.galley/code/<purpose>/`, in a folder that has its name alone for ever, because Node loads an
 * address once. A record beside the folder names it and is replaced in one step.
 */
export interface KeptCode {
  /** Absolute path; the module is `moduleName` in it. */
  readonly folder: string
  /** As of the bundled code. */
  readonly hashes: ReadonlyArray<string>
  /** Whether the default export of each file is a function: such templates need not be evaluated to be known as right. */
  readonly areTemplates: boolean
  /** Absolute paths of all that was looked at when it was bundled; those of a theme that came bundled are not known. */
  readonly files: ReadonlySet<string>
}

/** File name of bundled code in its folder. */
export const moduleName = 'code.mjs'

/** The code that is kept, if bundling again would give the same. */
export function findKept(folders: SiteFolders, code: Code): KeptCode | undefined {
  const home = homeOf(folders, code)
  const record = readRecord(home)
  if (record === undefined || record.origin !== originOf(folders, code)) return undefined
  const folder = realPathOf(join(home, record.folder))
  if (folder === undefined) return undefined
  const isGood = hashOfFile(join(folder, moduleName)) === record.module && isUnchanged(toTrace(record))
  const {hashes, areTemplates} = record
  return isGood ? {folder, hashes, areTemplates, files: new Set(Object.keys(record.files))} : undefined
}

/** Make a folder to bundle code into: where it can be kept, or, if that cannot be written, a temporary one. */
export function makeCodeFolder(folders: SiteFolders, code: Code): string {
  const name = randomUUID()
  try {
    // A site that is not there must not come into being by this.
    const home = join(realpathSync(folders.root), ...pathOf(code))
    mkdirSync(join(home, name), {recursive: true})
    return realpathSync(join(home, name))
  } catch {
    return realpathSync(mkdtempSync(join(tmpdir(), 'galley-')))
  }
}

/**
 * Keep the code in `folder`, which `makeCodeFolder` has made, in the place of what is kept.
 *
 * @returns
 *   Whether it is kept; else nobody needs the folder any more.
 */
export function keepCode(
  folders: SiteFolders,
  code: Code,
  {folder, hashes, areTemplates, trace}: Omit<KeptCode, 'files'> & {readonly trace: CodeTrace}
): boolean {
  const home = homeOf(folders, code)
  if (dirname(folder) !== realPathOf(home)) return false
  try {
    writeRecord(home, {
      origin: originOf(folders, code),
      folder: basename(folder),
      module: hashOfFile(join(folder, moduleName)),
      hashes,
      areTemplates,
      files: Object.fromEntries(trace.files),
      names: Object.fromEntries(trace.names)
    })
  } catch {
    return false
  }
  try {
    removeOld(home)
  } catch {
    // Another process removes them too.
  }
  return true
}

/** The shape of the record, of the folder, and of what code is bundled to. */
const formatVersion = 2

const recordName = 'record.json'

interface CodeRecord {
  /** What the code was bundled from, and by which Galley. */
  readonly origin: string
  /** Name beside the record. */
  readonly folder: string
  /** Hash of the module: after a loss of power a disk may have the record whole, but not the module. */
  readonly module: string
  readonly hashes: ReadonlyArray<string>
  readonly areTemplates: boolean
  readonly files: Readonly<Record<string, string>>
  readonly names: Readonly<Record<string, string>>
}

/** Bundled code has absolute paths in it, of packages: it is of no use in another place. */
function originOf({root, theme}: SiteFolders, {files}: Code): string {
  // The name of Galley's own file has in it a hash of the code, and its version is in the `package.json` above.
  return JSON.stringify([
    formatVersion,
    process.version,
    fileURLToPath(import.meta.url),
    root,
    theme,
    ...files
  ])
}

function toTrace({files, names}: CodeRecord): CodeTrace {
  return {files: new Map(Object.entries(files)), names: new Map(Object.entries(names))}
}

function readRecord(home: string): CodeRecord | undefined {
  try {
    const [seal, text = ''] = readFileSync(join(home, recordName), 'utf8').split('\n')
    // What has this seal was written below, though perhaps by another version; then its origin is another.
    return seal === hashOf(text) ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function writeRecord(home: string, record: CodeRecord): void {
  const text = JSON.stringify(record)
  replaceFile(join(home, recordName), [`${hashOf(text)}\n${text}\n`])
}

/**
 * Remove folders that no build uses. Another process may be loading those that were kept until a moment ago, and be
 * bundling into those that are young.
 */
function removeOld(home: string): void {
  const now = Date.now()
  const folders = readdirSync(home)
    .filter((name) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(name))
    .map((name) => ({path: join(home, name), madeMs: statsOf(join(home, name), statSync)?.mtimeMs ?? 0}))
    .sort((a, b) => b.madeMs - a.madeMs)
  for (const {path, madeMs} of folders.slice(keptCount)) {
    if (now - madeMs > youngMs) rmSync(path, {recursive: true, force: true})
  }
}

/** Folders that stay, the newest included. */
const keptCount = 3

/** Bundling and loading take less than a second. */
const youngMs = 60_000

function homeOf({root}: SiteFolders, code: Code): string {
  return join(root, ...pathOf(code))
}

function pathOf({purpose}: Code): ReadonlyArray<string> {
  return ['.galley', 'code', purpose]
}
