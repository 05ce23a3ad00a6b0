import {type Hash, hashText} from '#src/graph/hash.ts'
import type {SourcePath} from '#src/model/source.ts'

/** Every name has as many characters, all of them ASCII. */
export const documentNameLength = 22

/** An included file, and what it was: its bytes, or that there is none. */
export type IncludedHash = readonly [path: SourcePath, hash: Hash]

/**
 * Name in the store of the document that a source becomes: it follows from all that goes into it, so that it can be told
 * without opening anything, and an older state of a source finds its document again.
 *
 * @param fingerprint
 *   Of Galley, the Markdown options and the plugins.
 * @param content
 *   Hash of the source's bytes.
 * @param included
 *   All that it may include, sorted by path; most include nothing.
 */
export function documentName(
  fingerprint: string,
  path: SourcePath,
  content: string,
  included: ReadonlyArray<IncludedHash>
): string {
  return hashText(JSON.stringify([fingerprint, path, content, ...(included.length === 0 ? [] : [included])]))
}

/**
 * Name of what one source says of itself, told from the text that its front matter follows from: an edit of a body is none of that, and
 * reaches nothing that asks for no more. Another source may have the same.
 */
export function frontMatterName(fingerprint: string, text: string): string {
  return hashText(`${fingerprint}\n${text}`)
}
