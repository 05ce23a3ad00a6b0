import {statSync} from 'node:fs'
import {basename, dirname, join, parse, relative, sep} from 'node:path'
import {isWithin, realPathOf} from './list-files.ts'

/**
 * Why a folder must not become the output folder: building would remove or overwrite what is no output.
 *
 * @param root
 *   Absolute path of the site.
 * @param output
 *   Absolute path to write to; need not exist.
 * @param home
 *   Absolute path of the user's home folder.
 * @returns
 *   One sentence without a final period; `undefined` when the folder may be used.
 */
export function refuseOutput(root: string, output: string, home: string): string | undefined {
  const [site, target, own] = [followed(root), followed(output), followed(home)]
  if (target === parse(target).root) return `${expected}, found the root of the file system`
  if (target === own) return `${expected}, found your home folder`
  if (target === site) return `${expected}, found the folder of the site itself`
  if (isWithin(site, target)) return `${expected}, found a folder that contains the site`
  if (isWithin(own, target)) return `${expected}, found a folder that contains your home folder`
  const [folder = ''] = isWithin(target, site) ? relative(site, target).split(sep) : []
  const linked = sourceFolders.find((name) => isWithin(target, followed(join(site, name))))
  const source = sourceFolders.includes(folder) ? folder : linked
  if (source !== undefined) return `${expected}, found a folder of sources: \`${source}\``
  if (isFile(target)) return `${expected}, found a file: \`${basename(output)}\``
  return undefined
}

const expected = 'Expected a folder for the output alone'

const sourceFolders: ReadonlyArray<string> = [
  'content',
  'public',
  'templates',
  'data',
  'node_modules',
  '.git',
  '.galley'
]

/** The path with links followed as far as it exists. */
function followed(path: string): string {
  const real = realPathOf(path)
  if (real !== undefined) return real
  const parent = dirname(path)
  return parent === path ? path : join(followed(parent), basename(path))
}

function isFile(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false})?.isDirectory() === false
  } catch {
    // What cannot be looked at cannot be written to either, which the build tells of.
    return false
  }
}
