import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatter, WrittenDate} from '#src/model/front-matter.ts'
import {datesOutOfOrder, type Where} from './messages.ts'

/**
 * `content/dates-out-of-order` for an article that was changed before it was written, and for one that expires before readers see it.
 * Days are compared as they are written: no zone makes more of them than one.
 *
 * @param whereOf
 *   Where a field stands, by its name.
 */
export function checkDates(
  {date, lastmod, publishDate, expiryDate}: FrontMatter,
  whereOf: (name: string) => Where
): ReadonlyArray<Diagnostic> {
  const shownFrom = publishDate === undefined ? 'date' : 'publishDate'
  return [
    ...check('lastmod', lastmod, 'date', date),
    ...check('expiryDate', expiryDate, shownFrom, publishDate ?? date)
  ]

  function check(
    field: string,
    found: WrittenDate | undefined,
    after: string,
    then: WrittenDate | undefined
  ): ReadonlyArray<Diagnostic> {
    if (found === undefined || then === undefined || dayOf(found) >= dayOf(then) - dayMs) return []
    return [datesOutOfOrder(whereOf(field), field, {found, after, then})]
  }
}

/** The zones of two dates may differ by a day. */
const dayMs = 86_400_000

function dayOf(date: WrittenDate): number {
  return Date.parse(date.slice(0, 10))
}
