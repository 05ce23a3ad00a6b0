import type {BuildStats, Total} from './build-stats.ts'
import {formatDuration} from './summary.ts'

/** A table under a heading: its first column is of text, the others are right-aligned unless they are text too. */
interface Table {
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
  /** Columns of text beside the first. */
  readonly leftColumns?: ReadonlySet<number>
}

/**
 * Where the time went, as tables that are parted by empty lines, with a line ending after the last.
 *
 * @param emphasize
 *   The look of a heading.
 */
export function statsText(stats: BuildStats, emphasize: (heading: string) => string): string {
  const tables = [
    stageTable(stats),
    countTable(stats),
    {
      head: ['Slowest articles', 'Time'],
      rows: stats.slowestArticles.map(({name, durationMs}) => [name, formatTime(durationMs)])
    },
    {
      head: ['Slowest pages', 'Time', 'Template'],
      rows: stats.slowestPages.map(({name, durationMs, template}) => [
        name,
        formatTime(durationMs),
        template
      ]),
      leftColumns: new Set([2])
    },
    totalTable('Template', 'Pages', stats.templates),
    totalTable('Plugin', 'Articles', stats.plugins)
  ]
  return tables
    .filter(({rows}) => rows.length > 0)
    .map((table) => tableText(table, emphasize))
    .join('\n')
}

/** A short time in the unit that fits it: `0.04 ms`, `38.0 ms`, `340 ms`, `1.4 s`. */
export function formatTime(milliseconds: number): string {
  // A plugin that takes a twentieth of a millisecond takes a second of 20,000 articles.
  if (milliseconds < 0.995) return `${milliseconds.toFixed(2)} ms`
  return milliseconds < 99.95 ? `${milliseconds.toFixed(1)} ms` : formatDuration(milliseconds)
}

function stageTable({stages, otherMs, durationMs, peakMemoryBytes, garbageCollectionMs}: BuildStats): Table {
  const share = (time: number): string => `${Math.round((100 * time) / Math.max(durationMs, 1))} %`
  const rows = [
    ...stages.map(({name, durationMs: time, memoryBytes}) => [
      name,
      formatTime(time),
      beforeBuild.has(name) ? '' : share(time),
      memoryBytes === undefined ? '' : formatMemory(memoryBytes)
    ]),
    ['other', formatTime(otherMs), share(otherMs), ''],
    ['garbage collection, within these', formatTime(garbageCollectionMs), share(garbageCollectionMs), ''],
    ['most memory at once', '', '', formatMemory(peakMemoryBytes)]
  ]
  return {head: ['Stage', 'Time', 'Share', 'Memory'], rows}
}

/** Stages that are no part of the time of a build. */
const beforeBuild: ReadonlySet<string> = new Set(['start'])

function countTable({sources, pages, files, threads}: BuildStats): Table {
  const {known, read, found, compiled} = sources
  return {
    head: ['Counts', ''],
    rows: [
      ['sources', `${known} not opened, ${read} read, ${found} found in the store, ${compiled} compiled`],
      ['pages', `${pages.rendered} rendered, ${pages.known} known`],
      ['files', `${files.written} written, ${files.removed} removed, ${files.kept} kept`],
      ['threads', `${threads.compiling} compiling, ${threads.rendering} rendering`]
    ],
    leftColumns: new Set([1])
  }
}

function totalTable(noun: string, counted: string, all: ReadonlyArray<Total>): Table {
  return {
    head: [noun, counted, 'Total', 'Mean'],
    rows: all
      .slice(0, totalsMax)
      .map(({name, count, totalMs, meanMs}) => [name, `${count}`, formatTime(totalMs), formatTime(meanMs)])
  }
}

/** Enough for all templates of most sites; what follows takes the least time. */
const totalsMax = 10

function formatMemory(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}

function tableText(
  {head, rows, leftColumns = new Set()}: Table,
  emphasize: (text: string) => string
): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (row: ReadonlyArray<string>): string => row.map(cell).join('  ').trimEnd()
  return `${[emphasize(line(head)), ...rows.map(line)].join('\n')}\n`

  function cell(text: string, column: number): string {
    const width = widths[column] ?? 0
    return column === 0 || leftColumns.has(column) ? text.padEnd(width) : text.padStart(width)
  }
}
