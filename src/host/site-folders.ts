import {statSync} from 'node:fs'
import {dirname, join, posix, relative, sep} from 'node:path'
import {isWithin} from './list-files.ts'

/** Where the files of a site lie: absolute folders, links followed. */
export interface SiteFolders {
  readonly root: string
  /** The built-in theme, which lies beneath the site's `templates/`. */
  readonly theme: string
}

/** The path by which diagnostics and templates name a file: `templates/article.tsx`, the theme's own file too. */
export function sitePathOf(folders: SiteFolders, file: string): string {
  const {root, theme} = folders
  return isOfTheme(folders, file) ? posix.join('templates', pathFrom(theme, file)) : pathFrom(root, file)
}

/** Whether a file is the theme's own, and not of the site, whose theme may lie within its folder, as in `node_modules/`. */
export function isOfTheme({root, theme}: SiteFolders, file: string): boolean {
  return isWithin(file, theme) && theme !== join(root, 'templates')
}

/** The file at `templates/…`: the site's, else the theme's; `undefined` when neither has it. */
export function findOverlaid({root, theme}: SiteFolders, path: string): string | undefined {
  return [join(root, path), join(theme, posix.relative('templates', path))].find(isFile)
}

/**
 * The file that code in `importer` means by a relative path within `templates/`: of each file the site's, else the
 * theme's. Extensions may be left out, or be those of the compiled file.
 *
 * @returns
 *   `undefined` when the path does not stay within `templates/`, or there is no such file.
 */
export function resolveOverlaid(folders: SiteFolders, importer: string, path: string): string | undefined {
  const target = posix.join(dirname(sitePathOf(folders, importer)), path)
  if (!target.startsWith('templates/')) return undefined
  return findFirst(candidatesOf(target), (candidate) => findOverlaid(folders, candidate))
}

/** The theme's own file, whatever the site has in its place. */
export function resolveInTheme({theme}: SiteFolders, path: string): string | undefined {
  return candidatesOf(join(theme, path)).find(isFile)
}

const extensions: ReadonlyArray<string> = ['.tsx', '.ts', '.jsx', '.js', '.json']

function candidatesOf(path: string): ReadonlyArray<string> {
  const source = path.replace(/\.(jsx?)$/, (_, extension: string) => `.${extension.replace('j', 't')}`)
  return [
    path,
    ...(source === path ? [] : [source, path.replace(/\.jsx?$/, '.tsx')]),
    ...extensions.map((extension) => path + extension),
    ...extensions.map((extension) => `${path}/index${extension}`)
  ]
}

function findFirst<From, To>(
  items: ReadonlyArray<From>,
  find: (item: From) => To | undefined
): To | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function isFile(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isFile() === true
}

function pathFrom(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/')
}
