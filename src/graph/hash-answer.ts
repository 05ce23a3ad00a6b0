import {type Hash, hashJson, jsonOfHash} from './hash.ts'
import type {HeldAnswers} from './held-answers.ts'
import type {KeyTable} from './key-table.ts'
import type {Query} from './query.ts'
import type {ReadTable} from './read-table.ts'

/** Hash of an answer, with its JSON where that was made for it and is not the hash. */
export function hashAnswer(
  query: Query<never, unknown>,
  value: unknown
): {readonly hash: Hash; readonly json?: string | undefined} {
  if (query.hash !== undefined) return {hash: query.hash(value)}
  const json = JSON.stringify(value) as string | undefined
  const hash = hashJson(json)
  return jsonOfHash(hash) === undefined ? {hash, json} : {hash}
}

/** What is known of answers, by position. */
export interface AnswerState {
  readonly keys: KeyTable
  readonly reads: ReadTable
  readonly answers: HeldAnswers
}

/**
 * Hash of the answer of a query that ran; `undefined` of one that is not held.
 *
 * @param settle
 *   Settles what the answer was made of: one that was handed on as it is has its hash already.
 */
export function hashHeld(
  position: number,
  {keys, reads, answers}: AnswerState,
  settle: (position: number) => Hash
): Hash | undefined {
  const held = reads.has(position) ? answers.at(position) : undefined
  const query = keys.queryAt(position)
  if (held === undefined || query === undefined) return undefined
  const isHandedOn = (read: number): boolean =>
    hasJsonHash(keys.queryAt(read)) && answers.at(read)?.of === held.of
  const same = hasJsonHash(query) ? reads.at(position)?.find(isHandedOn) : undefined
  return same === undefined ? hashAnswer(query, held.of).hash : settle(same)
}

/** Inputs have hashes of other kinds. */
function hasJsonHash(query: Query<never, unknown> | undefined): boolean {
  return query?.run !== undefined && query.hash === undefined
}
