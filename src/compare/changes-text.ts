import type {ByteCounts, ChangedPage, ListChange, SingleFile, SiteChanges} from './compare-sites.ts'

/** Lines that are one of a kind shown of each list. */
const shownMax = 40

/** Changes for a terminal. Pages in which only markup is another are counted. */
export function changesText(changes: SiteChanges): string {
  const {pages, files} = changes
  const seen = pages.changed.filter(({aspects}) => !aspects.includes('markup'))
  const blocks = [
    `${summaryOf(changes)}\n`,
    ...listBlock('Added', pages.added, singleLine),
    ...listBlock('Removed', pages.removed, singleLine),
    ...listBlock('Changed', seen, (page) =>
      [`  ${page.page}  ${aspectsOf(page)}`, ...detailsOf(page)].join('\n')
    ),
    ...listBlock('Files added', files.added, singleLine),
    ...listBlock('Files removed', files.removed, singleLine),
    ...listBlock('Files changed', files.changed, ({path, bytes}) => `  ${path}  ${differenceOf(bytes)}`)
  ]
  return blocks.join('\n')
}

/** Changes for the description of a pull request. */
export function changesMarkdown(changes: SiteChanges): string {
  const {pages, files} = changes
  const seen = pages.changed.filter(({aspects}) => !aspects.includes('markup'))
  const rows = [
    ...pages.added.map(({path, bytes}) => `| ${code(path)} | added | ${sizeOf(bytes)} |`),
    ...pages.removed.map(({path, bytes}) => `| ${code(path)} | **removed** | ${sizeOf(-bytes)} |`),
    ...seen.map((page) => `| ${code(page.page)} | ${aspectsOf(page)} | ${differenceOf(page.bytes)} |`)
  ]
  const table =
    rows.length === 0 ? [] : ['| page | change | bytes |\n|---|---|---|', ...rows.slice(0, shownMax)]
  const more = rows.length > shownMax ? [`\n… and ${counted(rows.length - shownMax, 'page')} more`] : []
  const others = [...files.added, ...files.removed, ...files.changed].length
  const ending = others === 0 ? [] : [`\n${filesSummary(files)}`]
  return `${[`**${summaryOf(changes)}**\n`, ...table, ...more, ...ending].join('\n')}\n`
}

/** As `3 pages added, 1 removed, 12 changed (2 text, 1 links, 9 only markup), 80 as they were; +12.1 kB`. */
function summaryOf({pages, bytes}: SiteChanges): string {
  const {added, removed, changed, unchanged} = pages
  const kinds = (['text', 'links', 'metadata', 'markup'] as const).flatMap((aspect) => {
    const count = changed.filter(({aspects}) => aspects.includes(aspect)).length
    return count === 0 ? [] : [`${count} ${aspect === 'markup' ? 'only markup' : aspect}`]
  })
  const changes = `${changed.length} changed${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`
  return `${counted(added.length, 'page')} added, ${removed.length} removed, ${changes}, ${unchanged} as they were; ${differenceOf(bytes)}`
}

function filesSummary({added, removed, changed}: SiteChanges['files']): string {
  return `Other files: ${added.length} added, ${removed.length} removed, ${changed.length} changed`
}

function listBlock<Item>(
  title: string,
  items: ReadonlyArray<Item>,
  line: (item: Item) => string
): ReadonlyArray<string> {
  if (items.length === 0) return []
  const more = items.length > shownMax ? [`  … and ${items.length - shownMax} more`] : []
  return [`${[title, ...items.slice(0, shownMax).map(line), ...more].join('\n')}\n`]
}

function singleLine({path, bytes}: SingleFile): string {
  return `  ${path}  ${sizeOf(bytes)}`
}

/** As `text +3 −1 words, links +1 −0`. */
function aspectsOf({aspects, words, links, metadata}: ChangedPage): string {
  const written = {
    text: isMoved(words) ? 'text in another order' : `text ${balanceOf(words)} words`,
    links: isMoved(links) ? 'links in another order' : `links ${balanceOf(links)}`,
    metadata: `metadata ${balanceOf(metadata)}`,
    markup: 'only markup'
  }
  return aspects.map((aspect) => written[aspect]).join(', ')
}

function isMoved({added, removed}: ListChange): boolean {
  return added.length + removed.length === 0
}

function balanceOf({added, removed}: ListChange): string {
  return `+${added.length} −${removed.length}`
}

/** Links and metadata that have come and gone, a line each. */
function detailsOf({links, metadata}: ChangedPage): ReadonlyArray<string> {
  return [links, metadata].flatMap(({added, removed}) => [
    ...removed.map((item) => `    − ${shortened(item)}`),
    ...added.map((item) => `    + ${shortened(item)}`)
  ])
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`
}

function differenceOf({before, after}: ByteCounts): string {
  const difference = after - before
  return `${difference < 0 ? '' : '+'}${sizeOf(difference)}`
}

/** As `12.1 kB`. */
function sizeOf(bytes: number): string {
  const [amount, unit] =
    Math.abs(bytes) < 1000
      ? [bytes, 'B']
      : Math.abs(bytes) < 1_000_000
        ? [bytes / 1000, 'kB']
        : [bytes / 1_000_000, 'MB']
  return `${Number.isInteger(amount) ? amount : amount.toFixed(1)} ${unit}`.replace('-', '−')
}

function code(path: string): string {
  return `\`${path.replaceAll('|', '\\|')}\``
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
