import type {WrittenDate} from '#src/model/front-matter.ts'

const datePattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:[Tt]|[ \t]+)(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?[ \t]*(?:([Zz])|([+-]\d{2})(?::?(\d{2}))?)?)?$/

/**
 * Read a date in years 1 to 9999, with or without time of day and zone.
 *
 * Accepts a blank in place of `T`, times without seconds, fractions of seconds (dropped), and zones as `+03`, `+0300`
 * and `+03:00`.
 *
 * @returns
 *   `undefined` when `text` has another form, or there is no such day, time or zone.
 */
export function toWrittenDate(text: string): WrittenDate | undefined {
  const match = datePattern.exec(text)
  if (!match) return undefined
  const [
    ,
    year = '',
    month = '',
    day = '',
    hour,
    minute = '00',
    second = '00',
    utc,
    zoneHour,
    zoneMinute = '00'
  ] = match
  const date = `${year}-${month}-${day}`
  if (year === '0000' || !isDay(Number(year), Number(month), Number(day))) return undefined
  if (hour === undefined) return date as WrittenDate
  const isTime = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59
  const isZone = Math.abs(Number(zoneHour ?? 0)) <= 23 && Number(zoneMinute) <= 59
  if (!isTime || !isZone) return undefined
  const offset = zoneHour === undefined ? '' : `${zoneHour}:${zoneMinute}`
  return `${date}T${hour}:${minute}:${second}${utc === undefined ? offset : 'Z'}` as WrittenDate
}

/** Whether there is a day, of the calendar that reaches back before its own beginning, as ISO 8601 has it. */
function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const dayCount = month === 2 && isLeap ? 29 : (dayCounts[month - 1] ?? 0)
  return day >= 1 && day <= dayCount
}

const dayCounts = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
