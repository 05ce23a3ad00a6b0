import type {BuildResult} from '#src/build/build.ts'
import type {Span, SpanCategory} from '#src/model/recorder.ts'

/** A stage of a build, or one article, or one page. */
export interface Timing {
  readonly name: string
  readonly durationMs: number
}

/** Many spans with one name. */
export interface Total {
  readonly name: string
  readonly count: number
  readonly totalMs: number
  readonly meanMs: number
}

/** Where the time of a build went, as plain data. */
export interface BuildStats {
  /** In order of their beginnings; the configuration and the templates are loaded while files are listed. */
  readonly stages: ReadonlyArray<
    Timing & {
      /** Memory of the process when the stage had ended; absent where nobody looked. */
      readonly memoryBytes?: number
    }
  >
  /** Time of the build that is of no stage: waiting for another build, hashing and comparing. */
  readonly otherMs: number
  /** Of `otherMs` and the stages within the build. */
  readonly durationMs: number
  /** In the main thread; within the time of the stages. */
  readonly garbageCollectionMs: number
  /** Most memory that the process has had. */
  readonly peakMemoryBytes: number
  readonly sources: {
    /** Not opened, since size and times were those of the last build. */
    readonly known: number
    readonly read: number
    /** Compiled by an earlier build. */
    readonly found: number
    readonly compiled: number
  }
  /** Pages for readers. */
  readonly pages: {readonly rendered: number; readonly known: number}
  readonly files: {readonly written: number; readonly removed: number; readonly kept: number}
  /** Threads that did anything, the main one included. */
  readonly threads: {readonly compiling: number; readonly rendering: number}
  readonly slowestArticles: ReadonlyArray<Timing>
  readonly slowestPages: ReadonlyArray<Timing & {readonly template: string}>
  /** Longest total first; what has no template has its kind in parentheses. */
  readonly templates: ReadonlyArray<Total>
  /** Longest total first. */
  readonly plugins: ReadonlyArray<Total>
}

/** A build as a whole. */
export interface MeasuredBuild {
  readonly result: BuildResult
  /** When it began, by the clock of its spans. */
  readonly start: number
  readonly durationMs: number
  readonly peakMemoryBytes: number
  readonly spans: ReadonlyArray<Span>
}

/** What the spans of a build come to. */
export function buildStats({result, start, durationMs, peakMemoryBytes, spans}: MeasuredBuild): BuildStats {
  const of = (category: SpanCategory): ReadonlyArray<Span> =>
    spans.filter((span) => span.category === category)
  const [stages, pages, loadings] = [of('stage'), of('page'), of('thread')]
  const articles = of('article').map((article) => withoutLoading(article, loadings))
  const rendered = pages.filter(({args}) => args?.['template'] !== undefined).length
  return {
    stages: [...stages].sort((a, b) => a.start - b.start).map(toStage),
    otherMs: durationMs - coveredMs(stages.filter((stage) => stage.start >= start)),
    durationMs,
    garbageCollectionMs: sum(of('garbage').map(({duration}) => duration)),
    peakMemoryBytes,
    sources: countsOf(stages),
    pages: {rendered, known: Math.max(0, result.pageCount - rendered)},
    files: {written: result.created + result.updated, removed: result.removed, kept: result.kept},
    threads: {compiling: threadCount(articles), rendering: threadCount(pages)},
    slowestArticles: slowest(articles).map(toTiming),
    slowestPages: slowest(pages).map((page) => ({...toTiming(page), template: templateOf(page)})),
    templates: totals(pages, templateOf),
    plugins: totals(of('plugin'), ({name}) => name)
  }
}

/** More are not read by anybody. */
const slowestMax = 5

function toTiming({name, duration}: Span): Timing {
  return {name, durationMs: duration}
}

function toStage(span: Span): BuildStats['stages'][number] {
  const memoryBytes = span.args?.['memoryBytes']
  return {...toTiming(span), ...(typeof memoryBytes === 'number' ? {memoryBytes} : {})}
}

/** Time in which any of `spans` ran. */
function coveredMs(spans: ReadonlyArray<Span>): number {
  let covered = 0
  let end = Number.NEGATIVE_INFINITY
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const spanEnd = span.start + span.duration
    covered += Math.max(0, spanEnd - Math.max(end, span.start))
    end = Math.max(end, spanEnd)
  }
  return covered
}

/** A build that found documents lost compiles twice: the second time counts. */
function countsOf(stages: ReadonlyArray<Span>): BuildStats['sources'] {
  const args = stages.findLast(({name}) => name === 'compile')?.args ?? {}
  const countOf = (name: keyof BuildStats['sources']): number => Number(args[name] ?? 0)
  return {
    known: countOf('known'),
    read: countOf('read'),
    found: countOf('found'),
    compiled: countOf('compiled')
  }
}

/** What a thread loads for its first article is no part of what that article takes. */
function withoutLoading(article: Span, loadings: ReadonlyArray<Span>): Span {
  const {start, duration, thread} = article
  const within = loadings.filter(
    (loading) => loading.thread === thread && loading.start >= start && loading.start < start + duration
  )
  return {...article, duration: duration - sum(within.map((loading) => loading.duration))}
}

function threadCount(spans: ReadonlyArray<Span>): number {
  return new Set(spans.map(({thread}) => thread)).size
}

function templateOf({args}: Span): string {
  return String(args?.['template'] ?? `(${args?.['kind']})`)
}

function slowest(spans: ReadonlyArray<Span>): ReadonlyArray<Span> {
  return [...spans].sort((a, b) => b.duration - a.duration || compare(a.name, b.name)).slice(0, slowestMax)
}

function totals(spans: ReadonlyArray<Span>, nameOf: (span: Span) => string): ReadonlyArray<Total> {
  const durations = new Map<string, Array<number>>()
  for (const span of spans) {
    const known = durations.get(nameOf(span))
    if (known === undefined) durations.set(nameOf(span), [span.duration])
    else known.push(span.duration)
  }
  return [...durations]
    .map(([name, all]) => ({name, count: all.length, totalMs: sum(all), meanMs: sum(all) / all.length}))
    .sort((a, b) => b.totalMs - a.totalMs || compare(a.name, b.name))
}

function sum(numbers: ReadonlyArray<number>): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
