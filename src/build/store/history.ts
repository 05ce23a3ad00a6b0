import type {Cause} from '#src/graph/cause.ts'
import type {SealedStore} from './sealed-store.ts'
import {readData, writeData} from './stored-data.ts'

/**
 * The pages that the last build rendered, by address: each with the changes that made it necessary, nearest first; none for a
 * page that was new, or whose file was missing or damaged.
 */
export type History = ReadonlyMap<string, ReadonlyArray<Cause>>

const historyFile = 'history'

/** Longer answers are not quoted. */
const quotedMax = 4000

export function writeHistory(store: SealedStore, history: History): void {
  const entries = [...history].map(([route, causes]) => [route, causes.map(shorten)])
  writeData(store, historyFile, entries)
}

/** As `writeHistory` of a build that rendered nothing; after another such build there is nothing to write. */
export function forgetHistory(store: SealedStore): void {
  if (readHistory(store)?.size !== 0) writeHistory(store, new Map())
}

/** `undefined` when the last build is not known. */
export function readHistory(store: SealedStore): History | undefined {
  const entries = readData<ReadonlyArray<[string, ReadonlyArray<Cause>]>>(store, historyFile)
  return entries && new Map(entries)
}

function shorten({key, before = '', after = ''}: Cause): Cause {
  const isQuoted = before !== '' && before.length + after.length <= quotedMax
  return isQuoted ? {key, before, after} : {key}
}
