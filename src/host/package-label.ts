import {readFileSync} from 'node:fs'
import {dirname, join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Name, path and version of what Galley itself imports by a specifier; `undefined` when there is no such package. */
export function packageLabel(specifier: string): string | undefined {
  try {
    return fileLabel(fileURLToPath(import.meta.resolve(specifier)))
  } catch {
    return undefined
  }
}

/** Name, path and version of a package's file: `preact/dist/preact.mjs@11.2.0`; the file itself where it is of none. */
export function fileLabel(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const {name, version} = readPackage(join(folder, 'package.json'))
    if (name !== undefined && version !== undefined) {
      return `${name}/${relative(folder, file).split(sep).join('/')}@${version}`
    }
  }
  return file
}

function readPackage(file: string): {readonly name?: string; readonly version?: string} {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as {name?: string; version?: string}
  } catch {
    return {}
  }
}
