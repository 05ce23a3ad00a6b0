import {hashText} from '#src/graph/hash.ts'
import type {SourcePath} from '#src/model/source.ts'

/** Every name has as many characters, all of them ASCII. */
export const documentNameLength = 22

/**
 * Name in the store of the document that a source becomes: it follows from all that goes into it, so that it can be told
 * without opening anything, and an older state of a source finds its document again.
 *
 * @param fingerprint
 *   Of Galley, the Markdown options and the plugins.
 * @param content
 *   Hash of the source's bytes.
 */
export function documentName(fingerprint: string, path: SourcePath, content: string): string {
  return hashText(JSON.stringify([fingerprint, path, content]))
}
