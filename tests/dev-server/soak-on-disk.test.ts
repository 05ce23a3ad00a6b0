import {mkdtempSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {openSite} from '#src/build/open-site.ts'
import {hostFileNames} from '#src/build/read/host-texts.ts'
import {build} from '#src/build-folder.ts'
import {type DevSite, openDevSite} from '#src/dev-server/dev-site.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {diceOf} from '../incremental/dice.ts'
import {differenceOfFiles} from '../incremental/difference.ts'
import {diskState} from '../incremental/disk-state.ts'
import {writeChanges} from '../incremental/disk-world.ts'
import {edits} from '../incremental/edits.ts'
import {firstModel} from '../incremental/first-model.ts'
import {folderTree} from '../incremental/folder-tree.ts'
import {withoutMistakes} from '../incremental/mistakes.ts'
import type {SiteModel} from '../incremental/model.ts'
import {clockOf, contentOf} from '../incremental/world.ts'
import {usedBytes} from './used-bytes.ts'

/** As long as somebody asks for, or so many edits. */
const minutes = Number(process.env['GALLEY_SOAK_MINUTES'] ?? 0)
const editCount = 60
const seed = Number(process.env['GALLEY_SEED'] ?? 1)

/** After so many edits the server is compared with a clean build. */
const editsPerCheck = 20
/** Caches of what was asked last are full by then. */
const warmUpCount = 200

/** What hosts are told: the server follows it, without a policy that its own script would break. */
const hostFiles: ReadonlySet<string> = new Set(Object.values(hostFileNames))

/**
 * What one edit may leave in memory. Node unloads no configuration that it has evaluated, some 12 KB of each, and the runner of the tests keeps far more of it, which
 * is most of this. What an edit itself leaves is held much tighter without a disk, in `soak.test.ts`.
 */
const bytesPerEditMax = 200_000
/** What an edit of a template, or a clean build, which loads them too, may leave beside that. */
const bytesPerTemplateMax = 450_000

const options = {environment: 'development', drafts: true, future: true, expired: false, keepGoing: true}
const root = realpathSync(mkdtempSync(join(tmpdir(), 'galley-soak-')))
const random = randomNumbers(seed)

afterAll(() => rmSync(root, {recursive: true, force: true}))

test('a dev server is right after any number of edits, and keeps no more than it needs', {
  timeout: (minutes + 5) * 60_000
}, async () => {
  let model: SiteModel = firstModel
  const past: Array<SiteModel> = [model]
  let shown = diskState(model).files
  writeChanges(root, {}, shown)
  process.env['SOURCE_DATE_EPOCH'] = String(clockOf(diskState(model)) / 1000)
  const site = await openServer()
  const until = Date.now() + minutes * 60_000
  let [count, templateCount, buildCount, checkCount] = [0, 0, 0, 0]
  let before: {readonly bytes: number; readonly count: number; readonly loadCount: number} | undefined

  for (let step = 1; minutes > 0 ? Date.now() < until : step <= editCount; step++) {
    await edit(edits[pickFrom(Object.keys(edits))]?.(model, dice(), past) ?? model)
    if (step % editsPerCheck === 0) await check()
    if (step % warmUpCount !== 0) continue
    if (before === undefined) before = {bytes: usedBytes(), count, loadCount: templateCount + buildCount}
    else tellGrowth(before)
  }
  await check()
  process.stdout.write(
    `Soaked with seed ${seed}: ${count} edits, ${templateCount} of templates, ${checkCount} comparisons\n`
  )

  async function edit(next: SiteModel): Promise<void> {
    const {files} = diskState(next)
    const isOfTemplates = JSON.stringify(next.templates) !== JSON.stringify(model.templates)
    count++
    if (isOfTemplates) templateCount++
    writeChanges(root, shown, files)
    shown = files
    model = next
    past.push(next)
    // What is not looked at again need not be kept here.
    if (past.length > 10) past.shift()
    process.env['SOURCE_DATE_EPOCH'] = String(clockOf(diskState(model)) / 1000)
    await site.renew(() => ['index.html'])
    await site.read('index.html')
  }

  /** Compare all that is served with what a clean build of the site without its mistakes writes; where these cannot be told, of the first site. */
  async function check(): Promise<void> {
    await edit(withoutMistakes(model))
    if (await isAsBuilt()) return
    await edit(firstModel)
    expect(await isAsBuilt()).toBe(true)
  }

  /** Whether a clean build has no errors; what is served is what it writes then. */
  async function isAsBuilt(): Promise<boolean> {
    // What is asked of all texts is answered when none waits to be compiled.
    if (await site.compileRest(() => false)) await site.renew(() => [])
    const clean = realpathSync(mkdtempSync(join(tmpdir(), 'galley-soak-clean-')))
    try {
      writeChanges(clean, {}, shown)
      const result = await build({root: clean, ...options})
      buildCount++
      if (result.diagnostics.some(({severity}) => severity === 'error')) return false
      const written = contentOf(folderTree(() => join(clean, 'dist'), ''))
      // A server compresses by itself, and follows the rules for hosts without showing them.
      const isServed = (path: string): boolean => !/\.(?:br|gz)$/.test(path) && !hostFiles.has(path)
      const expected = new Map([...written].filter(([path]) => isServed(path)))
      const served = new Map<string, Uint8Array>()
      // The address of a bundled file is known when a page that names it is.
      const pagesFirst = [...expected.keys()].sort(
        (a, b) => Number(b.endsWith('.html')) - Number(a.endsWith('.html'))
      )
      for (const path of pagesFirst) {
        const file = await site.read(path)
        if (file !== undefined) served.set(path, Uint8Array.from(file.bytes))
      }
      checkCount++
      expect(differenceOfFiles(served, expected), `after ${count} edits, seed ${seed}`).toBe(undefined)
      return true
    } finally {
      rmSync(clean, {recursive: true, force: true})
    }
  }

  function tellGrowth(since: NonNullable<typeof before>): void {
    const grown = usedBytes() - since.bytes
    const mayGrow =
      (count - since.count) * bytesPerEditMax +
      (templateCount + buildCount - since.loadCount) * bytesPerTemplateMax
    process.stdout.write(
      `${count} edits, ${templateCount} of templates: ${megabytes(grown)} MB more than after ${since.count}, of ${megabytes(mayGrow)}\n`
    )
    expect(grown).toBeLessThan(mayGrow)
  }
})

function openServer(): Promise<DevSite> {
  const host = nodeHost({
    root,
    output: join(root, 'dist'),
    theme: resolve(import.meta.dirname, '../../templates')
  })
  const site = openSite(host, {...options, onCompiled: () => undefined, onNotice: () => undefined})
  return openDevSite(host, site)
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}

function dice(): ReturnType<typeof diceOf> {
  return diceOf(Array.from({length: 4}, () => Math.floor(random() * 10_000)))
}

function pickFrom(names: ReadonlyArray<string>): string {
  return names[Math.floor(random() * names.length)] ?? ''
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomNumbers(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
