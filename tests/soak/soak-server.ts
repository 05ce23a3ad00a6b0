import {mkdtempSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {type Dice, diceOf} from '../incremental/dice.ts'
import {diskState} from '../incremental/disk-state.ts'
import {edits} from '../incremental/edits.ts'
import {firstModel} from '../incremental/first-model.ts'
import {folderTree} from '../incremental/folder-tree.ts'
import {withoutMistakes} from '../incremental/mistakes.ts'
import type {SiteModel} from '../incremental/model.ts'
import {clockOf, contentOf, type SiteState} from '../incremental/world.ts'
import {writeChanges} from '../incremental/write-changes.ts'
import {stateNumber} from './ask-site.ts'
import {differenceOfServed} from './compare-served.ts'
import {randomNumbers} from './random-numbers.ts'
import {buildClean, startServer} from './run-galley.ts'

/** How long a dev server is edited under, and with what. */
export interface Soaking {
  /** The bundled program. */
  readonly galley: string
  readonly seed: number
  /** Asked before each edit. */
  readonly goesOn: (editCount: number) => boolean
  /** Told after each comparison. */
  readonly onChecked: (soaked: Soaked) => void
}

/** What a dev server has been through. */
export interface Soaked {
  readonly editCount: number
  /** Those among them that change a template. */
  readonly templateEditCount: number
  /** Those that change the configuration. */
  readonly configEditCount: number
  readonly checkCount: number
  /** How what is served differs from a clean build, as soon as it does. */
  readonly difference?: string
  /** Bytes of memory after each comparison. */
  readonly residentBytes: ReadonlyArray<number>
}

/** After so many edits the server is compared with a clean build. */
const editsPerCheck = 20
/** An edit that shows nowhere is not waited for any longer. */
const noticeMs = 500
/** A server that has not come to what a clean build writes by then never does. */
const settleMs = 300_000
const pollMs = 25
/** A server that is asked without a pause puts off what it does in spare time. */
const pauseMs = 2000
const port = 4800

/**
 * Edit a site at random while `galley dev` serves it, and compare what is served with clean builds. Ends with the first difference.
 */
export async function soakServer(soaking: Soaking): Promise<Soaked> {
  const {galley, seed, goesOn, onChecked} = soaking
  const root = newFolder()
  const random = randomNumbers(seed)
  const now = clockOf(diskState(firstModel))
  const gone = new Set<string>()
  const residentBytes: Array<number> = []
  let model: SiteModel = firstModel
  let past: ReadonlyArray<SiteModel> = [model]
  let shown: SiteState['files'] = {}
  let [editCount, templateEditCount, configEditCount, checkCount] = [0, 0, 0, 0]
  show(model)
  const server = await startServer({galley, root, now}, port)
  try {
    let difference: string | undefined
    while (difference === undefined && goesOn(editCount)) {
      const next = edits[pick(Object.keys(edits), random)]?.(model, dice(random), past) ?? model
      if (await edit(next)) {
        if (editCount % editsPerCheck === 0) difference = await check()
      }
    }
    difference ??= await check()
    return soaked(difference)
  } finally {
    await server.close()
    rmSync(root, {recursive: true, force: true})
  }

  function soaked(difference: string | undefined): Soaked {
    const counts = {editCount, templateEditCount, configEditCount, checkCount, residentBytes}
    return difference === undefined ? counts : {...counts, difference}
  }

  /** Whether a file is another. */
  function show(next: SiteModel): boolean {
    const {files} = diskState(next)
    const isOther = JSON.stringify(files) !== JSON.stringify(shown)
    writeChanges(root, shown, files)
    shown = files
    model = next
    // What nobody goes back to need not be kept here.
    past = [...past, next].slice(-10)
    return isOther
  }

  /** Edit, and wait until the server has noticed; returns whether there was anything to do. */
  async function edit(next: SiteModel): Promise<boolean> {
    const isOfTemplates = JSON.stringify(next.templates) !== JSON.stringify(model.templates)
    const isOfConfig = configOf(next) !== configOf(model)
    const before = await stateNumber(base())
    if (!show(next)) return false
    editCount++
    if (isOfTemplates) templateEditCount++
    if (isOfConfig) configEditCount++
    const until = Date.now() + noticeMs
    while (Date.now() < until && (await stateNumber(base())) === before) await sleep(pollMs)
    return true
  }

  /** Address of the home page. The configuration names the path, which is the root where it is wrong. */
  function base(): string {
    const baseUrl = String(model.config['baseUrl'])
    return server.origin + (URL.canParse(baseUrl) ? new URL(baseUrl).pathname : '/')
  }

  /** Compare all that is served with what a clean build of the site without its mistakes writes; where these cannot be told, of the first site. */
  async function check(): Promise<string | undefined> {
    await edit(withoutMistakes(model))
    let written = await writtenByBuild()
    if (written === undefined) {
      await edit(firstModel)
      written = await writtenByBuild()
    }
    if (written === undefined) return `The first site is not built, after ${editCount} edits`
    const until = Date.now() + settleMs
    let difference = await differenceOfServed(base(), written, gone)
    while (difference !== undefined && Date.now() < until) {
      await sleep(pauseMs)
      difference = await differenceOfServed(base(), written, gone)
    }
    for (const path of written.keys()) gone.add(path)
    checkCount++
    residentBytes.push(await server.residentBytes())
    onChecked(soaked(difference))
    return difference
  }

  /** `undefined` after errors. */
  async function writtenByBuild(): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
    const clean = newFolder()
    try {
      writeChanges(clean, {}, shown)
      const isSound = await buildClean({galley, root: clean, now})
      return isSound ? contentOf(folderTree(() => join(clean, 'dist'), '')) : undefined
    } finally {
      rmSync(clean, {recursive: true, force: true})
    }
  }
}

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'galley-soak-')))
}

function dice(random: () => number): Dice {
  return diceOf(Array.from({length: 4}, () => Math.floor(random() * 10_000)))
}

function pick(names: ReadonlyArray<string>, random: () => number): string {
  return names[Math.floor(random() * names.length)] ?? ''
}

/** What the configuration says, with the plugin that it imports. */
function configOf({config, shout}: SiteModel): string {
  return JSON.stringify([config, shout])
}
