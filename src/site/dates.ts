import {Temporal} from 'temporal-polyfill'
import type {WrittenDate} from '#src/model/front-matter.ts'
import type {PageDate} from '#src/model/page.ts'
import {dayOf} from './day-of.ts'

/**
 * Resolve a date as written. The author's offset is kept; without one the date is wall time in the site's time zone,
 * and a bare day is its first moment there. In a gap of daylight saving time the later moment counts, in an overlap the earlier.
 *
 * @param timeZone
 *   IANA name, already checked.
 */
export function resolveDate(written: WrittenDate, timeZone: string): PageDate {
  const day = written.slice(0, 10)
  const offset = offsetOf(written) ?? (timeZone === 'UTC' ? 'Z' : undefined)
  if (offset === undefined) return {...momentIn(timeZone, written), day}
  // A fixed offset needs no rules of a time zone, and those take most of the time that a page has.
  const iso = `${day}T${written.slice(11, 19) || '00:00:00'}${offset}`
  return {iso, day, epoch: Date.parse(iso)}
}

/** Calendar day of a date in the site's time zone, whatever zone its author wrote it in. */
export function dayIn(timeZone: string, written: WrittenDate): string {
  const {iso, epoch} = resolveDate(written, timeZone)
  return offsetOf(written) === undefined ? iso.slice(0, 10) : dayOf(epoch, timeZone)
}

/** The moment of a wall time in a zone, and its text with the offset that holds there and then. */
function momentIn(timeZone: string, wallTime: string): Pick<PageDate, 'iso' | 'epoch'> {
  const moment = Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone, {
    disambiguation: 'compatible'
  })
  const iso = moment.toString({timeZoneName: 'never', smallestUnit: 'second'})
  return {iso, epoch: moment.epochMilliseconds}
}

/** The author's own offset, as Temporal writes it; `undefined` for wall time. */
function offsetOf(written: WrittenDate): string | undefined {
  const offset = /T.{8}(Z|[+-]\d{2}:\d{2})$/.exec(written)?.[1]
  return offset === '-00:00' ? '+00:00' : offset
}

/** Whether a text such as `2024-02-30` names a day that exists. */
export function isCalendarDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day).toString() === day
  } catch {
    return false
  }
}
