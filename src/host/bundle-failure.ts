import type {BuildFailure, Message} from 'esbuild'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {errorCodeOf} from './system-error.ts'

/**
 * The errors that esbuild rejected with; `undefined` when something else was thrown. Throws what the system refused a plugin: that is no fault of
 * the code, and the next time it may be granted.
 */
export function messagesOf(error: unknown): ReadonlyArray<Message> | undefined {
  if (!isFailure(error)) return undefined
  const refused = error.errors.find(({detail}) => errorCodeOf(detail) !== undefined)
  if (refused !== undefined) throw refused.detail
  return error.errors
}

/** Place of an error; `undefined` when it has none. */
export function placeOfMessage({location}: Message): Place | undefined {
  if (location === null) return undefined
  // Lines are counted from 1 and columns from 0, in bytes of UTF-8.
  const line = Buffer.from(location.lineText)
  const column = line.subarray(0, location.column).toString().length + 1
  const length = line.subarray(location.column, location.column + location.length).toString().length
  return {line: location.line, column, endLine: location.line, endColumn: column + Math.max(1, length)}
}

function isFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}
