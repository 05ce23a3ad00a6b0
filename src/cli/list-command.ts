import type {KnownPage} from '#src/build/known-pages.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import {openForReading} from './open-for-reading.ts'
import type {ListArguments, ListedKind} from './parse-list-arguments.ts'

/** Run `galley list`. Returns the exit status. */
export async function listCommand({folder, wanted, json}: ListArguments, outside: Outside): Promise<number> {
  const included = {environment: 'development', drafts: true, future: true, expired: true}
  const {host, site} = openForReading(folder, included, outside)
  const listed = (await site.renew()).pages().filter(isWanted[wanted]).sort(byDay)
  host.store.release()
  outside.terminal.stdout.write(json ? `${JSON.stringify(listed, undefined, 2)}\n` : listText(listed))
  return exitStatus.done
}

/** A line for each page: day, state, file and title. */
export function listText(pages: ReadonlyArray<KnownPage>): string {
  const rows = pages.map(({day = '', unpublished = '', source, title}) => [day, unpublished, source, title])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}

const isWanted: Readonly<Record<ListedKind, (page: KnownPage) => boolean>> = {
  drafts: ({unpublished}) => unpublished === 'draft',
  future: ({unpublished}) => unpublished === 'future',
  expired: ({unpublished}) => unpublished === 'expired',
  all: () => true
}

/** Newest first, those without a date last; equal ones by file, as they come. */
function byDay({day: a = ''}: KnownPage, {day: b = ''}: KnownPage): number {
  return a < b ? 1 : a > b ? -1 : 0
}
