import {UntrackedReadError} from '#src/graph/errors.ts'
import {type Hash, hashData} from '#src/graph/hash.ts'
import type {Revision} from '#src/graph/revision.ts'
import type {SearchedPage} from '#src/model/search.ts'
import type {SourcePath} from '#src/model/source.ts'
import {searchedAddress, searchedSources, searchedText} from '../queries/search.ts'

/** What the search of a site finds. */
export interface SearchedSite {
  /** Of all texts and their addresses, in order. */
  readonly hash: Hash
  /** Each is rendered when it is asked for. */
  readonly pages: Iterable<SearchedPage>
}

/** Settle what the search finds, so that the traces have it; no text that is what it was is rendered. */
export function settleSearched(revision: Pick<Revision, 'get' | 'hash'>): SearchedSite {
  const found = revision.get(searchedSources, null).flatMap((source) => {
    const url = revision.get(searchedAddress, source)
    const hash = hashOf(source)
    return url === undefined || hash === undefined ? [] : [{source, url, hash}]
  })
  return {
    hash: hashData(found.map(({url, hash}) => [url, hash])),
    pages: {
      *[Symbol.iterator]() {
        for (const {source, url} of found) yield {url, html: revision.get(searchedText, source)}
      }
    }
  }

  /** A page that asks for what is not recorded is reported where it is rendered. */
  function hashOf(source: SourcePath): Hash | undefined {
    try {
      return revision.hash(searchedText, source)
    } catch (error) {
      if (error instanceof UntrackedReadError) return undefined
      throw error
    }
  }
}
