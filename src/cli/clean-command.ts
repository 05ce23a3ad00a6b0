import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import type {CleanArguments} from './parse-arguments.ts'

/** Run `galley clean`: the next build does everything again. Returns the exit status. */
export function cleanCommand({folder}: CleanArguments, {terminal}: Outside): number {
  const store = join(folder, '.galley')
  rmSync(store, {recursive: true, force: true})
  terminal.stdout.write(`Removed ${store}. The output is as it was; the next build is a first one.\n`)
  return exitStatus.done
}
