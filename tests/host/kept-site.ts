import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {render} from 'preact-render-to-string'
import {expect} from 'vitest'
import type {Host} from '#src/model/host.ts'
import type {TemporarySite} from './temporary-site.ts'

export type Purpose = 'config' | 'templates'

/** All that the code of a site gives. */
export interface Answers {
  readonly config: Awaited<ReturnType<Host['loadConfig']>>
  readonly templates: ReadonlyArray<string>
  readonly hashes: ReadonlyArray<string>
  readonly diagnostics: ReadonlyArray<unknown>
}

export async function answers(host: Host): Promise<Answers> {
  const [config, templates] = await Promise.all([
    host.loadConfig('production'),
    host.findTemplates().then(({load}) => load())
  ])
  // Two functions are never equal.
  const {locate: _, ...known} = config.value
  return {
    config: {...config, value: known},
    templates: templates.value.map((template) => `${template.name} ${render(template.render({} as never))}`),
    hashes: templates.value.map(({hash}) => hash),
    // Some of the partials are there to be imported later.
    diagnostics: templates.diagnostics.filter(({code}) => code !== 'host/unused-partial')
  }
}

/** Load a site, whose code is then kept. */
export async function loadKept(site: TemporarySite): Promise<Answers> {
  await settled()
  const found = await answers(site.host)
  expect([...found.config.diagnostics, ...found.diagnostics]).toEqual([])
  expect(existsSync(join(homeOf(site, 'config'), 'record.json'))).toBe(true)
  expect(existsSync(join(homeOf(site, 'templates'), 'record.json'))).toBe(true)
  return found
}

/** Code is not kept when a file has changed in the same tick of the file system's clock. */
export async function settled(): Promise<void> {
  await setTimeout(25)
}

/** A hash that bundling never gives. */
const marked = 'marked'

/** Change what is kept so that its use can be told. */
export function mark(site: TemporarySite, purpose: Purpose): void {
  const file = join(homeOf(site, purpose), 'record.json')
  writeFileSync(file, sealed(JSON.stringify({...readRecord(site, purpose), hashes: Array(9).fill(marked)})))
}

/** Whether a site has been loaded from marked code. */
export function isMarked(answers: Answers, purpose: Purpose): boolean {
  return hashesOf(answers)[purpose].includes(marked)
}

/** Hashes of the code. */
export function hashesOf({config, hashes}: Answers): Readonly<Record<Purpose, ReadonlyArray<string>>> {
  return {config: [config.value.hash], templates: hashes}
}

/** Folder of what is kept. */
export function homeOf({root}: TemporarySite, purpose: Purpose): string {
  return join(root, '.galley/code', purpose)
}

/** Folder of the code that is kept. */
export function folderOf(site: TemporarySite, purpose: Purpose): string {
  return join(homeOf(site, purpose), readRecord(site, purpose).folder)
}

/** The record of what is kept. */
export function readRecord(site: TemporarySite, purpose: Purpose): {readonly folder: string} {
  return JSON.parse(readFileSync(join(homeOf(site, purpose), 'record.json'), 'utf8').split('\n')[1] ?? '')
}

/** Text of a record that is taken for whole. */
export function sealed(text: string): string {
  return `${createHash('sha256').update(text).digest('hex')}\n${text}\n`
}
