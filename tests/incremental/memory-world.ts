import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from '../build/check-build.ts'
import {clockOf, type FileTree, type SiteState, type World} from './world.ts'

/** A site in memory. A change of the clock, the configuration or the templates starts another process. */
export function memoryWorld(): World {
  let shown: SiteState = {files: {}, options: {}, day: 0}
  let host = openHost(shown, new Map(), new Map())
  return {
    show(state) {
      if (setupOf(state) !== setupOf(shown)) host = restart(state)
      shown = state
      const stale = [...host.files.keys()].filter((path) => !isStored(path) && !(path in state.files))
      for (const path of stale) host.files.delete(path)
      for (const [path, content] of Object.entries(state.files)) {
        if (!isSame(host.files.get(path), content)) host.files.set(path, content)
      }
    },
    build: () => build(host, {...plainOptions, ...shown.options}),
    output: treeOf(
      () => [host.outputs],
      () => true
    ),
    store: treeOf(() => mapsOf(host).filter((map) => map !== host.outputs), isStored),
    touch() {
      for (const [path, content] of Object.entries(shown.files)) host.files.set(path, toBytes(content))
    },
    move() {
      host = restart(shown)
    },
    close: () => undefined
  }

  /** Another process on the same folders. */
  function restart(state: SiteState): MemoryHost {
    const next = openHost(state, host.files, host.outputs)
    const [before, after] = [mapsOf(host), mapsOf(next)]
    for (const [index, map] of before.entries()) {
      for (const [key, content] of map) after[index]?.set(key, content)
    }
    return next
  }
}

type HeldFiles = Map<string, string | Uint8Array>

function openHost(
  {config, templates, ...state}: SiteState,
  files: ReadonlyMap<string, string | Uint8Array>,
  outputs: MemoryHost['outputs']
): MemoryHost {
  const host = memoryHost(Object.fromEntries(files), {
    now: clockOf(state),
    ...(config === undefined ? {} : {config}),
    ...(templates === undefined ? {} : {templates})
  })
  for (const [path, bytes] of outputs) host.outputs.set(path, bytes)
  return host
}

/** What a host is given when it is made. */
function setupOf({config, templates = [], day}: SiteState): string {
  return JSON.stringify([config, templates.map(({name, hash}) => [name, hash]), day])
}

/** Every map of files that a host holds, whatever its name. */
function mapsOf(host: MemoryHost): ReadonlyArray<HeldFiles> {
  return Object.values(host).filter((value) => value instanceof Map)
}

function treeOf(maps: () => ReadonlyArray<HeldFiles>, isMember: (path: string) => boolean): FileTree {
  /** Index of the map that holds a file, or held it: where it is put back. */
  const homes = new Map<string, number>()
  return {
    paths() {
      for (const [index, map] of maps().entries()) {
        for (const path of map.keys()) if (isMember(path)) homes.set(path, index)
      }
      return [...homes.keys()].filter((path) => holderOf(path)?.has(path)).sort()
    },
    read(path) {
      const content = holderOf(path)?.get(path)
      return content === undefined ? undefined : toBytes(content)
    },
    write,
    writeQuietly: write,
    remove: (path) => holderOf(path)?.delete(path),
    stamp: () => ''
  }

  function write(path: string, content: Uint8Array): void {
    holderOf(path)?.set(path, content)
  }

  function holderOf(path: string): HeldFiles | undefined {
    return maps()[homes.get(path) ?? 0]
  }
}

function isStored(path: string): boolean {
  return path.startsWith('.galley/')
}

function isSame(held: string | Uint8Array | undefined, content: string | Uint8Array): boolean {
  return held !== undefined && Buffer.from(toBytes(held)).equals(toBytes(content))
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
