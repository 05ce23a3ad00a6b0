import {Temporal} from 'temporal-polyfill'
import type {WrittenDate} from '#src/model/front-matter.ts'
import type {PageDate} from '#src/model/page.ts'

/**
 * Resolve a date as written. The author's offset is kept; without one the date is wall time in the site's time zone,
 * and a bare day is its first moment there. In a gap of daylight saving time the later moment counts, in an overlap the earlier.
 *
 * @param timeZone
 *   IANA name, already checked.
 */
export function resolveDate(written: WrittenDate, timeZone: string): PageDate {
  const [, offset] = /T.*?(Z|[+-]\d{2}:\d{2})$/.exec(written) ?? []
  const zone = offset === undefined ? timeZone : offset === 'Z' ? 'UTC' : offset
  const wallTime = Temporal.PlainDateTime.from(written.replace(/Z$/, ''))
  const moment = wallTime.toZonedDateTime(zone, {disambiguation: 'compatible'})
  const text = moment.toString({timeZoneName: 'never', smallestUnit: 'second'})
  return {
    iso: zone === 'UTC' ? text.replace(/\+00:00$/, 'Z') : text,
    day: written.slice(0, 10),
    epoch: moment.epochMilliseconds
  }
}

/** Calendar day of a moment in a time zone: `2024-05-01`. */
export function dayOf(epoch: number, timeZone: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone).toPlainDate()
  // The last hours of 9999 are in year 10000 elsewhere, whose five digits would come before all others as text.
  return day.year > 9999 ? lastDay : day.toString()
}

/** The last day that front matter can name. */
const lastDay = '9999-12-31'

/** Whether a text such as `2024-02-30` names a day that exists. */
export function isCalendarDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day).toString() === day
  } catch {
    return false
  }
}
