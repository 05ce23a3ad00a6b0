/** From how much work on a thread saves more time than it takes to start and to warm up. */
export interface ThreadThresholds {
  /** Sources to compile. */
  readonly sources: number
  /** Sources to compile while pages are rendered: in a first build, where threads start while this one waits, and in any other. */
  readonly beside: {readonly first: number; readonly later: number}
  /** Pages to render. */
  readonly pages: number
  /** Texts to write while other pages are rendered. */
  readonly texts: number
  /** Articles to rank. */
  readonly ranked: number
}
