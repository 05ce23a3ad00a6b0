import {Buffer} from 'node:buffer'
import {hashText} from '#src/graph/hash.ts'
import type {Recall} from '#src/graph/query.ts'
import type {OutputFolder} from '#src/model/host.ts'
import {emptySlots, toSlot} from '#src/model/link-slot.ts'
import type {RoutePath} from '#src/model/route.ts'
import {bundledFolder} from '#src/routing/bundled-path.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import type {NamedFile} from '../queries/bundled-files.ts'
import {type Rendered, rendered} from '../queries/rendered.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import {readData, writeData} from '../store/stored-data.ts'

/** What slots of published texts were filled with, by slot. */
export type Filled = ReadonlyArray<readonly [slot: string, value: string]>

/**
 * Finds what was rendered for a page in the output folder: there it has names of bundled files in the place of slots. With these taken out, the hash
 * tells whether it is that text.
 */
export function recallRendered(store: SealedStore, output: Pick<OutputFolder, 'read'>): Recall {
  let filled: Filled | undefined
  return (query, argument, hash): Rendered | undefined => {
    if (query !== rendered.name) return undefined
    filled ??= readFilled(store)
    const bytes = filled.length === 0 ? undefined : output.read(toOutputPath(argument as RoutePath))
    const text = bytes && emptySlots(Buffer.from(bytes).toString('utf8'), filled)
    return text !== undefined && hashText(text) === hash ? {kind: 'text', text, hash} : undefined
  }
}

/** What slots are filled with for some files. */
export function filledWith(
  files: Iterable<readonly [parts: ReadonlyArray<string>, file: NamedFile]>
): Filled {
  return [...files].flatMap(([parts, {path, integrity}]): Filled => {
    const name: Filled[number] = [toSlot('file', parts), path.slice(bundledFolder.length)]
    return integrity === undefined ? [name] : [name, [toSlot('integrity', parts), integrity]]
  })
}

/** Remember what the slots of the texts are filled with that the output folder has. */
export function writeFilled(store: SealedStore, filled: Filled): void {
  if (JSON.stringify(filled) !== JSON.stringify(readFilled(store))) writeData(store, filledFile, filled)
}

const filledFile = 'filled'

function readFilled(store: SealedStore): Filled {
  return readData(store, filledFile) ?? []
}
