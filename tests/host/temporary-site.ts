import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import {nodeHost} from '#src/host/node-host.ts'
import type {Host} from '#src/model/host.ts'

/** A site and a theme on disk, gone when the test is. */
export interface TemporarySite {
  readonly root: string
  readonly theme: string
  readonly output: string
  readonly host: Host
  /** Write a file below the folder that holds `site/` and `theme/`. */
  readonly write: (path: string, text: string) => void
}

/** Write files, each beginning with `site/` or `theme/`. */
export function temporarySite(files: Readonly<Record<string, string>>): TemporarySite {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const [root, theme] = [join(folder, 'site'), join(folder, 'theme')]
  const output = join(root, 'dist')
  mkdirSync(root)
  mkdirSync(theme)
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {root, theme, output, host: nodeHost({root, output, theme}), write}

  function write(path: string, text: string): void {
    const file = join(folder, path)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
}
