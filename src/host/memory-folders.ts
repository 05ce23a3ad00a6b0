import {createHash} from 'node:crypto'
import type {Host, OutputFolder, Stamp} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {memoryStore} from './memory-store.ts'
import {toBytes} from './to-bytes.ts'

/** An output folder in `outputs`. */
export function memoryOutput(outputs: Map<OutputPath, Uint8Array>): OutputFolder {
  const staged = new Map<OutputPath, Uint8Array>()
  return {
    list: () => [...outputs.keys()].sort(),
    stamp: (path) => {
      const bytes = outputs.get(path)
      return bytes && contentStamp(bytes)
    },
    // There are no folders in memory, so that each may be there.
    hasFolder: () => true,
    read: (path) => outputs.get(path),
    stage: (path, content) => void staged.set(path, toBytes(content)),
    // Who takes and who adopts have the same memory.
    takeStaged: () => [...staged].map(([path, bytes]) => ({path, stamp: contentStamp(bytes)})),
    adoptStaged: (files) => files.map(({path}) => path),
    *publish() {
      for (const [path, bytes] of [...staged].sort(([a], [b]) => (a < b ? -1 : 1))) {
        outputs.set(path, bytes)
        yield {path, stamp: contentStamp(bytes)}
      }
      staged.clear()
    },
    discardStaged: () => staged.clear(),
    remove: (path) => void outputs.delete(path)
  }
}

/** The site of `host` as if it had never been built, with everything that is written kept in memory. */
export function scratchHost({openThread, ...host}: Host): Host {
  return {
    ...host,
    store: memoryStore(new Map(), ''),
    output: memoryOutput(new Map()),
    lock: async () => ({release: () => undefined})
  }
}

/** There are no times in memory: the stamp is another when, and only when, the content is. */
export function contentStamp(bytes: Uint8Array): Stamp {
  return {identity: createHash('sha256').update(bytes).digest('hex'), changed: -Infinity}
}
