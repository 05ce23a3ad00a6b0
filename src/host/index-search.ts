import type {PagefindIndex} from 'pagefind'
import type {SearchedPage, SearchFile, SearchIndexer} from '#src/model/search.ts'

/** Pages handed over before the first of them is answered: enough to keep the other process busy, and few in memory. */
const pagesAtOnce = 50

/** What is no text for readers: drawings, and the source of formulas. */
const excluded: ReadonlyArray<string> = ['svg', 'annotation']

/** What the theme loads of the index: not the user interfaces that come with it. */
const neededFile =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.[\w-]+\.pagefind|[^/]+\.pf_meta|(?:fragment|index|filter)\/[^/]+)$/

/**
 * The index of pagefind, whose program runs in a process of its own.
 *
 * The package is loaded here alone: most sites do not have it. Pages are handed over in order, on which the bytes depend.
 */
export const indexSearch: SearchIndexer = async (pages) => {
  const {close, createIndex} = await import('pagefind')
  try {
    const {index, errors} = await createIndex({excludeSelectors: [...excluded]})
    if (index === undefined) throw new Error(errors.join(', '))
    let waiting: Array<SearchedPage> = []
    for (const page of pages) {
      if (waiting.push(page) < pagesAtOnce) continue
      await addPages(index, waiting)
      waiting = []
    }
    await addPages(index, waiting)
    return await filesOf(index)
  } finally {
    await close()
  }
}

async function addPages(index: PagefindIndex, pages: ReadonlyArray<SearchedPage>): Promise<void> {
  const added = await Promise.all(pages.map(({url, html}) => index.addHTMLFile({url, content: html})))
  const errors = added.flatMap((page) => page.errors)
  if (errors.length > 0) throw new Error(errors.join(', '))
}

async function filesOf(index: PagefindIndex): Promise<ReadonlyArray<SearchFile>> {
  const {files, errors} = await index.getFiles()
  if (errors.length > 0) throw new Error(errors.join(', '))
  return files
    .filter(({path}) => neededFile.test(path))
    .map(({path, content}) => ({path, bytes: content}))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
