import {type Hash, hashJson, jsonOfHash} from './hash.ts'
import type {Query} from './query.ts'

/** An answer that is held. */
export interface HeldAnswer {
  readonly of: unknown
  /** That of its JSON; absent where the query has a hash of its own. */
  readonly hash?: Hash
}

/**
 * Hash of an answer, with its JSON where that was made for it and is not the hash.
 *
 * @param answersRead
 *   Those that it was made of and that are held: one that is handed on as it is has its hash already.
 */
export function hashAnswer(
  query: Query<never, unknown>,
  value: unknown,
  answersRead: () => ReadonlyArray<HeldAnswer>
): {readonly hash: Hash; readonly json?: string | undefined} {
  if (query.hash !== undefined) return {hash: query.hash(value)}
  const handedOn = query.held === 'revision' ? answersRead().find(({of}) => of === value)?.hash : undefined
  if (handedOn !== undefined) return {hash: handedOn}
  const json = JSON.stringify(value) as string | undefined
  const hash = hashJson(json)
  return jsonOfHash(hash) === undefined ? {hash, json} : {hash}
}
