import type {Loader, Message, TransformFailure} from 'esbuild'
import type {Mistake} from './mistake.ts'

/** Ways to read a text: by a loader of esbuild, and with what is put around it. */
export interface Reading {
  readonly loader: Loader
  /** Whole lines before the text and behind it. */
  readonly around: readonly [before: string, behind: string]
}

/**
 * The mistake in a text that no reading makes sense of; `undefined` where one does. Of several readings that gets furthest, since it is
 * most likely the one that was meant.
 *
 * @param tolerated
 *   Complaints that no reading heeds.
 */
export async function parseScript(
  text: string,
  readings: ReadonlyArray<Reading>,
  tolerated: RegExp
): Promise<Mistake | undefined> {
  let furthest: Mistake | undefined
  for (const {loader, around} of readings) {
    const message = (await errorsOf(around.join(text), loader)).find((error) => !tolerated.test(error.text))
    if (message === undefined) return undefined
    const found = within(text, message, around[0].split('\n').length - 1)
    if (furthest === undefined || isBehind(found, furthest)) furthest = found
  }
  return furthest
}

async function errorsOf(text: string, loader: Loader): Promise<ReadonlyArray<Message>> {
  const {transform} = await import('esbuild')
  try {
    await transform(text, {loader, logLevel: 'silent', target: 'esnext', jsx: 'preserve'})
    return []
  } catch (error) {
    if (!isFailure(error)) throw error
    return error.errors
  }
}

function isFailure(error: unknown): error is TransformFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}

/** Where in the text itself a message is; at its end where it is behind it. */
function within(text: string, {text: complaint, location}: Message, linesBefore: number): Mistake {
  // Some go on in notes.
  const message = complaint.replace(/:$/, '')
  const lines = text.trimEnd().split('\n')
  const line = (location?.line ?? 1) - 1 - linesBefore
  const last = lines.length - 1
  if (line > last || location === null) return {message, line: last, column: lines[last]?.length ?? 0}
  // Columns count bytes.
  const before = new TextEncoder().encode(lines[line]).subarray(0, location.column)
  return {message, line, column: new TextDecoder().decode(before).length}
}

function isBehind(one: Mistake, other: Mistake): boolean {
  return one.line > other.line || (one.line === other.line && one.column > other.column)
}
