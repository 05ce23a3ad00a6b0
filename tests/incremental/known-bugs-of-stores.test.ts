import {describe, expect, test} from 'vitest'
import {cleanBuilds} from './built.ts'
import {checkBuild} from './check-build.ts'
import {edited, nothingElse} from './check-history.ts'
import {differenceOfFiles} from './difference.ts'
import {diskState} from './disk-state.ts'
import {diskWorld} from './disk-world.ts'
import {firstModel} from './first-model.ts'
import {knownSite, replacing} from './known-site.ts'
import {memoryWorld} from './memory-world.ts'
import {contentOf, type FileTree, type SiteState, type World} from './world.ts'

const two = 'content/articles/two.md'
const later = edited(knownSite, {files: {[two]: replacing('After', 'Behind'), 'public/new.txt': 'New\n'}})

describe('9: a store that is torn or half written', () => {
  const damages: Readonly<Record<string, (content: Uint8Array) => Uint8Array>> = {
    'is empty (parcel#9675)': () => new Uint8Array(),
    'ends in its middle (parcel#9121)': (content) => content.slice(0, content.length / 2),
    'lacks its last byte (async-disk-cache#67)': (content) => content.slice(0, -1),
    'has lost its beginning (parcel#8208)': (content) => content.slice(content.length / 2),
    'is all zeros, as after a power cut (lmdb-js#153)': (content) => content.map(() => 0),
    'has one wrong bit in its middle (broccoli-persistent-filter#208)': (content) =>
      content.map((byte, index) => (index === Math.floor(content.length / 2) ? byte ^ 1 : byte)),
    'has a wrong last bit (broccoli-persistent-filter#208)': (content) =>
      content.map((byte, index) => (index === content.length - 1 ? byte ^ 1 : byte)),
    'is valid JSON of another kind (parcel#9675)': () => new TextEncoder().encode('{"version":1,"files":[]}')
  }

  test.each(Object.entries(damages))('each of its files alone %s', async (_, damage) => {
    const {store} = await builtWorld(memoryWorld, knownSite)
    for (const path of store.paths()) {
      await checkAfter(memoryWorld, (world) => damageFile(world.store, path, damage))
    }
  })

  test.each(Object.entries(damages))('every one of its files %s', async (_, damage) => {
    await checkAfter(memoryWorld, ({store}) => {
      for (const path of store.paths()) damageFile(store, path, damage)
    })
  })

  test('each of its files alone is gone (parcel#9121)', async () => {
    const {store} = await builtWorld(memoryWorld, knownSite)
    for (const path of store.paths()) await checkAfter(memoryWorld, (world) => world.store.remove(path))
  })
})

describe('12: an old store, as a machine that builds on every push restores it', () => {
  test('with the sources and the output of today (rspack#10599)', async () => {
    await checkAfter(memoryWorld, (world, old) => restoreStore(world, old))
  })

  test('with an empty output (cloudflare-docs#31192)', async () => {
    await checkAfter(memoryWorld, (world, old) => {
      restoreStore(world, old)
      world.output.paths().forEach(world.output.remove)
    })
  })

  test.each(['new', 'kept'] as const)(
    'in a checkout at another path with %s times (stephnangue/warden#404)',
    async (times) => {
      const [before, after] = [diskState(firstModel), diskState({...firstModel, shout: '?'})]
      const world = await builtWorld(diskWorld, before)
      try {
        const old = contentOf(world.store)
        world.show(after, 'new')
        await world.build()
        restoreStore(world, old)
        world.output.paths().forEach(world.output.remove)
        world.move(times)
        await checkBuild(world, {clean: await cleanBuilds(diskWorld)(after), ...nothingElse})
      } finally {
        world.close()
      }
    }
  )
})

describe('10: two builds at once', () => {
  test('two of one process come to one site (nuxt/framework#4632)', async () => {
    const before = diskState(firstModel)
    const after = edited(before, {files: {'content/about.md': replacing('About', 'Of us')}})
    const world = await builtWorld(diskWorld, before)
    try {
      world.show(after, 'new')
      const results = await Promise.all([world.build(), world.build()])
      expect(results.map(({isWritten}) => isWritten)).toEqual([true, true])
      const clean = await cleanBuilds(diskWorld)(after)
      expect(differenceOfFiles(contentOf(world.output), clean.output)).toBe(undefined)
      await checkBuild(world, {clean, ...nothingElse})
    } finally {
      world.close()
    }
  })
})

/** A world with a site that was built. */
async function builtWorld(openWorld: () => World, site: SiteState): Promise<World> {
  const world = openWorld()
  world.show(site, 'new')
  await world.build()
  return world
}

/**
 * Build a site, edit and build it; `befall` it with what was stored after the first build; then take the edit back.
 * The builds after that come to what clean ones do.
 */
async function checkAfter(
  openWorld: () => World,
  befall: (world: World, old: ReadonlyMap<string, Uint8Array>) => void
): Promise<void> {
  const buildClean = cleanBuilds(openWorld)
  const world = await builtWorld(openWorld, knownSite)
  try {
    const old = contentOf(world.store)
    world.show(later, 'new')
    await world.build()
    befall(world, old)
    await checkBuild(world, {clean: await buildClean(later), ...nothingElse})
    befall(world, old)
    // Galley may have lost the memory of having written this file itself.
    const leftovers = new Set(['new.txt'])
    world.show(knownSite, 'new')
    await checkBuild(world, {clean: await buildClean(knownSite), ...nothingElse, leftovers})
  } finally {
    world.close()
  }
}

function damageFile(tree: FileTree, path: string, damage: (content: Uint8Array) => Uint8Array): void {
  const content = tree.read(path)
  if (content !== undefined) tree.write(path, damage(content))
}

function restoreStore({store}: World, old: ReadonlyMap<string, Uint8Array>): void {
  store.paths().forEach(store.remove)
  for (const [path, content] of old) store.write(path, content)
}
