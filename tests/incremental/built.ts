import type {BuildResult} from '#src/build/build.ts'
import {contentOf, type SiteState, type World} from './world.ts'

/** What a build came to. */
export interface Built {
  readonly result: BuildResult
  /** `dist/` after it. */
  readonly output: ReadonlyMap<string, Uint8Array>
}

/** Build a world as it is. */
export async function buildOf(world: World): Promise<Built> {
  const result = await world.build()
  return {result, output: contentOf(world.output)}
}

/** Builds a state in a fresh place; it remembers the answers for states that come again. */
export type CleanBuilds = (state: SiteState) => Promise<Built>

export function cleanBuilds(openWorld: () => World): CleanBuilds {
  const known = new Map<string, Promise<Built>>()
  return (state) => {
    const key = JSON.stringify({...state, templates: state.templates?.map(({hash}) => hash)})
    const built = known.get(key) ?? buildClean(openWorld(), state)
    known.set(key, built)
    return built
  }
}

async function buildClean(world: World, state: SiteState): Promise<Built> {
  try {
    world.show(state, 'new')
    return await buildOf(world)
  } finally {
    world.close()
  }
}
