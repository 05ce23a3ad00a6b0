import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {type BuildOptions, build} from '#src/build/build.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {plainOptions} from '../build/check-build.ts'

/** Files by path from the root of the site; `undefined` for one that is not to be there. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>

/** A site on disk that faults are put into, with the built-in theme. */
export interface FaultSite {
  /** What a check finds of the site with other files; afterwards they are what they were. */
  readonly checkWith: (changes: Files) => Promise<ReadonlyArray<Diagnostic>>
  readonly close: () => void
}

const theme = resolve(import.meta.dirname, '../../templates')

const options: BuildOptions = {...plainOptions, checksOnly: true}

export function openFaultSite(files: Files): FaultSite {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
  write(files)
  const host = nodeHost({root, output: join(root, 'dist'), theme})
  return {
    async checkWith(changes) {
      write(changes)
      const {diagnostics} = await build(host, options)
      write(Object.fromEntries(Object.keys(changes).map((path) => [path, files[path]])))
      return diagnostics
    },
    close: () => rmSync(root, {recursive: true, force: true})
  }

  function write(some: Files): void {
    for (const [path, content] of Object.entries(some)) {
      const file = join(root, path)
      if (content === undefined) rmSync(file, {force: true, recursive: true})
      else {
        mkdirSync(dirname(file), {recursive: true})
        writeFileSync(file, content)
      }
    }
  }
}
