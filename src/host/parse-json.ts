import type {Place} from '#src/diagnostics/diagnostic.ts'
import {messagesOf, placeOfMessage} from './bundle-failure.ts'
import {loadEsbuild} from './load-esbuild.ts'

/** A parsed value, or why the text is not JSON. */
export type ParsedJson =
  | {readonly value: unknown}
  | {readonly cause: string; readonly place: Place | undefined}

/** Parse JSON. The place of an error is found by esbuild, since `JSON.parse` names it differently in each version. */
export async function parseJson(text: string): Promise<ParsedJson> {
  try {
    return {value: JSON.parse(text)}
  } catch (error) {
    const [message] = await loadEsbuild()
      .transform(text, {loader: 'json', logLevel: 'silent'})
      .then(
        () => [],
        (failure: unknown) => messagesOf(failure) ?? []
      )
    if (message !== undefined) return {cause: message.text, place: placeOfMessage(message)}
    return {cause: error instanceof Error ? error.message : String(error), place: undefined}
  }
}
