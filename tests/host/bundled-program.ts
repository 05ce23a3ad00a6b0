import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {build} from 'esbuild'
import {onTestFinished} from 'vitest'

const project = resolve(import.meta.dirname, '../..')

/** Bundle a program that imports parts of Galley, for another process; gone when the test is. Returns its path. */
export async function bundledProgram(text: string): Promise<string> {
  // Below `node_modules/`, so that the packages of Galley are found and nothing else looks at it.
  const cache = join(project, 'node_modules/.cache')
  mkdirSync(cache, {recursive: true})
  const folder = mkdtempSync(join(cache, 'galley-test-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const file = join(folder, 'program.mjs')
  await build({
    stdin: {contents: text, resolveDir: project, loader: 'ts'},
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: {'#src': join(project, 'src')}
  })
  return file
}
