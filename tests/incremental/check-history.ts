import {expect} from 'vitest'
import {parseSite} from '../build/site-text.ts'
import {type Built, type CleanBuilds, cleanBuilds} from './built.ts'
import {checkBuild, type Expected} from './check-build.ts'
import {isEqual} from './difference.ts'
import {memoryTemplates} from './memory-templates.ts'
import {memoryWorld} from './memory-world.ts'
import type {SiteState, World} from './world.ts'

/** What a person does to a site: new texts of files by path, `undefined` for a file that is removed, and settings. */
export interface Edit extends Partial<Omit<SiteState, 'files'>> {
  /** Whether the times of the files are put back. Default: they are new. */
  readonly times?: 'new' | 'kept'
  readonly files?: Readonly<Record<string, string | undefined | ((text: string) => string)>>
}

/** A site and what is done to it. */
export interface History {
  /** Where it takes place. Default: in memory. */
  readonly openWorld?: () => World
  readonly site: SiteState
  /** A build follows each. */
  readonly edits: ReadonlyArray<Edit>
  /** Files in `dist/` that the first edit changes, so that a build which missed it is seen to. */
  readonly changes: ReadonlyArray<string>
}

/** Of builds that know all that they wrote, in a folder without foreign files. */
export const nothingElse: Omit<Expected, 'clean'> = {leftovers: new Set(), isCleaning: false}

/** A site in memory, given as text. */
export function siteOf(text: string, state: Partial<SiteState> = {}): SiteState {
  return {files: parseSite(text), options: {}, day: 0, config: {}, templates: memoryTemplates({}), ...state}
}

/** Build a site after each edit: every build comes to what a clean one does. Returns the builds, the first one included. */
export async function checkHistory({
  openWorld = memoryWorld,
  site,
  edits,
  changes
}: History): Promise<ReadonlyArray<Built>> {
  const buildClean = cleanBuildsIn(openWorld)
  const world = openWorld()
  const builds: Array<Built> = []
  try {
    let state = site
    for (const edit of [{}, ...edits] satisfies ReadonlyArray<Edit>) {
      state = edited(state, edit)
      world.show(state, edit.times ?? 'new')
      builds.push(await checkBuild(world, {clean: await buildClean(state), ...nothingElse}))
    }
  } finally {
    world.close()
  }
  const [before, after] = builds
  const changed = changes.filter((path) => !isEqual(before?.output.get(path), after?.output.get(path)))
  expect(changed).toEqual(changes)
  return builds
}

/** Many histories begin with one site, which is built once for all of them. */
function cleanBuildsIn(openWorld: () => World): CleanBuilds {
  const known = buildersByWorld.get(openWorld) ?? cleanBuilds(openWorld)
  buildersByWorld.set(openWorld, known)
  return known
}

const buildersByWorld = new WeakMap<() => World, CleanBuilds>()

/** A state after an edit. */
export function edited(state: SiteState, {files = {}, times: _, ...settings}: Edit): SiteState {
  const texts = Object.entries(files).map(([path, text]) => {
    const known = state.files[path]
    return [path, typeof text === 'function' ? text(typeof known === 'string' ? known : '') : text] as const
  })
  const written = Object.entries({...state.files, ...Object.fromEntries(texts)}).filter(
    (entry): entry is [string, string] => entry[1] !== undefined
  )
  return {...state, ...settings, files: Object.fromEntries(written)}
}
