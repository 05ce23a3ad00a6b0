import type {Store} from '#src/model/host.ts'
import {documentFolder} from './document-store.ts'
import type {IndexedFile} from './file-index.ts'

/** As many documents as this may lie unused beside those of a small site. */
const unusedMax = 100

/**
 * Remove the documents that no source has any more, when there are more of them than of the others. Until then they make it cheap
 * to undo an edit and to go back to another branch.
 */
export function collectGarbage(store: Store, files: ReadonlyArray<IndexedFile>): void {
  const used = new Set(files.map(({document}) => document))
  const unused = store
    .list(documentFolder)
    .map((name) => `${documentFolder}/${name}`)
    .filter((name) => !used.has(name))
  if (unused.length <= Math.max(used.size, unusedMax)) return
  for (const name of unused) store.remove(name)
}
