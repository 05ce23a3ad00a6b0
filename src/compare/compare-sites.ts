import {type PageContent, readPage} from './read-page.ts'
import {withoutHashes} from './without-hashes.ts'

/** A built site, as files. */
export interface BuiltSite {
  /** Paths of its files, with `/`, in any order. */
  readonly paths: ReadonlyArray<string>
  /** Bytes of one of them. */
  readonly read: (path: string) => Uint8Array
}

/** What became of the things of a list. */
export interface ListChange {
  readonly added: ReadonlyArray<string>
  readonly removed: ReadonlyArray<string>
}

/** How large something is, in bytes. */
export interface ByteCounts {
  readonly before: number
  readonly after: number
}

/** What a change of a page changed: `markup` where readers and machines find the same. */
export type Aspect = 'text' | 'links' | 'metadata' | 'markup'

/** A page that both sites have, and that is another. */
export interface ChangedPage {
  /** Address from the root of the site: `/articles/hello/`. */
  readonly page: string
  readonly bytes: ByteCounts
  /** What is another, at least one. */
  readonly aspects: ReadonlyArray<Aspect>
  /** Words that have come and gone; none where they only stand in another order. */
  readonly words: ListChange
  readonly links: ListChange
  readonly metadata: ListChange
}

/** A file that is no page, that both sites have, and that is another. */
export interface ChangedFile {
  /** From the root of the site. */
  readonly path: string
  readonly bytes: ByteCounts
}

/** A file or page that one of the sites has. */
export interface SingleFile {
  /** Of a page its address, of a file its path from the root. */
  readonly path: string
  readonly bytes: number
}

/** What became of the files of a kind; all lists sorted by path. */
export interface KindChanges<Changed> {
  readonly added: ReadonlyArray<SingleFile>
  readonly removed: ReadonlyArray<SingleFile>
  readonly changed: ReadonlyArray<Changed>
  /** How many are as they were. */
  readonly unchanged: number
}

/** How a site differs from another. */
export interface SiteChanges {
  readonly pages: KindChanges<ChangedPage>
  /** Those that are no pages. */
  readonly files: KindChanges<ChangedFile>
  /** Of all files. */
  readonly bytes: ByteCounts
}

/** Compare two built sites. Only pages that differ in a byte are read as pages. */
export function compareSites(before: BuiltSite, after: BuiltSite): SiteChanges {
  const bytes = {before: 0, after: 0}
  const inBefore = new Set(before.paths)
  const inAfter = new Set(after.paths)
  const paths = [...new Set([...before.paths, ...after.paths])].sort()
  return {
    pages: changesIn(paths.filter(isPage), addressOf, comparePages),
    files: changesIn(
      paths.filter((path) => !isPage(path)),
      (path) => `/${path}`,
      (path, old, fresh) => ({path, bytes: {before: old.length, after: fresh.length}})
    ),
    bytes
  }

  function changesIn<Changed>(
    some: ReadonlyArray<string>,
    nameOf: (path: string) => string,
    compare: (name: string, old: Uint8Array, fresh: Uint8Array) => Changed
  ): KindChanges<Changed> {
    const added: Array<SingleFile> = []
    const removed: Array<SingleFile> = []
    const changed: Array<Changed> = []
    let unchanged = 0
    for (const path of some) {
      const old = inBefore.has(path) ? before.read(path) : undefined
      const fresh = inAfter.has(path) ? after.read(path) : undefined
      const name = nameOf(path)
      bytes.before += old?.length ?? 0
      bytes.after += fresh?.length ?? 0
      if (old === undefined) added.push({path: name, bytes: fresh?.length ?? 0})
      else if (fresh === undefined) removed.push({path: name, bytes: old.length})
      else if (isEqual(old, fresh) || (isPage(path) && isPageEqual(old, fresh))) unchanged++
      else changed.push(compare(name, old, fresh))
    }
    return {added, removed, changed, unchanged}
  }
}

function isPage(path: string): boolean {
  return path.endsWith('.html')
}

function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** Whether two pages are the same but for the names of the files that they load. */
function isPageEqual(old: Uint8Array, fresh: Uint8Array): boolean {
  const decoder = new TextDecoder()
  return withoutHashes(decoder.decode(old)) === withoutHashes(decoder.decode(fresh))
}

function comparePages(page: string, old: Uint8Array, fresh: Uint8Array): ChangedPage {
  const decoder = new TextDecoder()
  const [before, after] = [readPage(decoder.decode(old)), readPage(decoder.decode(fresh))]
  const aspects = (['text', 'links', 'metadata'] as const).filter((aspect) => !isSame(before, after, aspect))
  return {
    page,
    bytes: {before: old.length, after: fresh.length},
    aspects: aspects.length === 0 ? ['markup'] : aspects,
    words: changeOf(before.text.split(' '), after.text.split(' ')),
    links: changeOf(before.links, after.links),
    metadata: changeOf(before.metadata, after.metadata)
  }
}

function isSame(before: PageContent, after: PageContent, aspect: keyof PageContent): boolean {
  return String(before[aspect]) === String(after[aspect])
}

/** What there is more or less of in another list, however often it stands in each, in the order of each. */
function changeOf(before: ReadonlyArray<string>, after: ReadonlyArray<string>): ListChange {
  return {added: lacking(after, before), removed: lacking(before, after)}
}

/** The items of a list that another one has not, or not as often. */
function lacking(list: ReadonlyArray<string>, other: ReadonlyArray<string>): ReadonlyArray<string> {
  const left = new Map<string, number>()
  for (const item of other) left.set(item, (left.get(item) ?? 0) + 1)
  return list.filter((item) => {
    const count = left.get(item) ?? 0
    left.set(item, count - 1)
    return count <= 0
  })
}
