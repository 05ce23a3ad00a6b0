import type {SourcePath} from '#src/model/source.ts'

/** Which articles are linked, in whichever direction: an older article cannot link to a newer one. By number. */
export interface LinkGraph {
  readonly areLinked: (first: number, second: number) => boolean
  /** Linked pairs. */
  readonly pairCount: number
}

/** The links between articles; what is linked to besides does not count. */
export function linkGraph(
  articles: ReadonlyArray<{readonly source: SourcePath; readonly links: ReadonlyArray<SourcePath>}>
): LinkGraph {
  const numbers = new Map(articles.map(({source}, number) => [source, number]))
  const pairs = new Set<number>()
  articles.forEach(({links}, article) => {
    for (const link of links) {
      const other = numbers.get(link)
      if (other !== undefined && other !== article) pairs.add(pairOf(article, other))
    }
  })
  return {areLinked: (first, second) => pairs.has(pairOf(first, second)), pairCount: pairs.size}

  function pairOf(first: number, second: number): number {
    return Math.min(first, second) * articles.length + Math.max(first, second)
  }
}
