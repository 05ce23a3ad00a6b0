import {lstatSync, readFileSync} from 'node:fs'
import {basename, dirname, extname, isAbsolute, join, relative, resolve} from 'node:path'
import {type CodeTrace, hashOf, hashOfFile, isFolder, namesFinder, statsOf} from './code-trace.ts'
import {isWithin} from './list-files.ts'
import type {SiteFolders} from './site-folders.ts'

/** Makes a trace while a bundler works. */
export interface CodeTracer {
  readonly trace: CodeTrace
  /** Note a file that was read. */
  readonly noteContent: (file: string, content: Uint8Array) => void
  /** Note what decides where `specifier` leads from code in `folder`. */
  readonly noteImport: (specifier: string, folder: string) => void
  /** Note what decides how the file is read that an import has led to. */
  readonly noteFound: (file: string) => void
  /**
   * Whether the trace tells all. False when something changed after the start: the bundler may have seen it as it was
   * before.
   */
  readonly isCertain: () => boolean
}

/**
 * Begin a trace.
 *
 * @param start
 *   Time of the file system before the bundler starts, in milliseconds since 1970.
 */
export function traceImports({root, theme}: SiteFolders, start: number): CodeTracer {
  const files = new Map<string, string>()
  const names = new Map<string, string>()
  const imports = new Set<string>()
  // What comes into a folder after it was read makes it young.
  const namesLike = namesFinder()
  let isCertain = true
  // Yarn may have the places of all packages in a file; the bundler reads that of the working folder.
  for (const above of foldersAbove(root)) {
    for (const name of ['.pnp.data.json', '.pnp.cjs', '.pnp.js']) noteFile(join(above, name))
  }
  return {
    trace: {files, names},
    noteContent: (file, content) => void files.set(file, hashOf(content)),
    noteImport(specifier, folder) {
      const key = `${folder}\n${specifier}`
      if (imports.has(key)) return
      imports.add(key)
      // What follows is part of the name, or is passed over when there is no such name.
      const [name = ''] = specifier.split(/[?#]/)
      for (const path of new Set([specifier, name])) noteSpecifier(path, folder)
    },
    noteFound(file) {
      noteManifests(dirname(file))
      noteNames(file)
      // `main` of a package may be a folder, and files come before folders.
      if (/^index\./.test(basename(file))) noteNames(dirname(file))
    },
    isCertain: () => isCertain
  }

  function noteSpecifier(path: string, folder: string): void {
    const isPath = /^\.{1,2}(?:\/|$)/.test(path) || isAbsolute(path)
    if (isPath) noteOverlaid(resolve(folder, path))
    else if (path.startsWith('#')) noteInternal(path, folder)
    else if (path.startsWith('galley/theme/')) notePath(join(theme, path.slice('galley/theme/'.length)))
    else if (path !== '') notePackage(path, folder)
  }

  /** A path within `templates/` is looked for in the site and in the theme. */
  function noteOverlaid(path: string): void {
    const templates = join(root, 'templates')
    notePath(path)
    if (isWithin(path, theme)) notePath(join(templates, relative(theme, path)))
    if (isWithin(path, templates)) notePath(join(theme, relative(templates, path)))
  }

  function notePackage(specifier: string, folder: string): void {
    const [name = ''] = /^(?:@[^/]*\/)?[^/]*/.exec(specifier) ?? []
    noteManifests(folder)
    for (const above of foldersAbove(folder)) {
      const found = join(above, 'node_modules', name)
      notePath(found)
      if (name !== specifier && isFolder(found)) notePath(join(above, 'node_modules', specifier))
    }
  }

  /** What begins with `#` is in the `imports` of a `package.json`, and may lead to other packages. */
  function noteInternal(specifier: string, folder: string): void {
    noteManifests(folder)
    for (const above of foldersAbove(folder)) {
      const {imports} = readManifest(join(above, 'package.json'))
      for (const target of targetsOf(specifier, imports)) noteSpecifier(target, above)
    }
  }

  /** A path that an import may mean, if it is completed, or a folder with an index or a `package.json`. */
  function notePath(path: string): void {
    noteNames(path)
    if (!isFolder(path)) return
    noteNames(join(path, 'index'))
    noteFile(join(path, 'package.json'))
    const {main, module} = readManifest(join(path, 'package.json'))
    for (const file of [main, module]) {
      if (typeof file === 'string') noteNames(join(path, file))
    }
  }

  function noteManifests(folder: string): void {
    for (const above of foldersAbove(folder)) noteFile(join(above, 'package.json'))
  }

  function noteFile(file: string): void {
    if (files.has(file)) return
    files.set(file, hashOfFile(file))
    doubtIfYoung(file)
  }

  function noteNames(path: string): void {
    const folder = dirname(path)
    const stem = join(folder, basename(path, extname(path)))
    if (names.has(stem)) return
    const {text, paths} = namesLike(stem)
    names.set(stem, text)
    for (const found of paths) doubtIfYoung(found)
    // The root itself changes when the first build makes its folders.
    if (folder !== root) doubtIfYoung(folder)
  }

  function doubtIfYoung(path: string): void {
    if ((statsOf(path, lstatSync)?.ctimeMs ?? 0) >= start) isCertain = false
  }
}

function foldersAbove(folder: string): ReadonlyArray<string> {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...foldersAbove(above)]
}

function readManifest(file: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) ?? {}
  } catch {
    return {}
  }
}

/** Where `imports` may lead from a name, under any condition. */
function targetsOf(specifier: string, imports: unknown): ReadonlyArray<string> {
  return Object.entries(imports ?? {}).flatMap(([key, value]) => {
    const [start = '', end = ''] = key.split('*')
    const isMeant = key === specifier || (key.includes('*') && specifier.startsWith(start))
    const matched = specifier.slice(start.length, specifier.length - end.length)
    return isMeant ? stringsIn(value).map((target) => target.replaceAll('*', matched)) : []
  })
}

function stringsIn(value: unknown): ReadonlyArray<string> {
  if (typeof value === 'string') return value.startsWith('#') ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
