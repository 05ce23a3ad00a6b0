import {oncePer} from './once-per.ts'

/** How a language writes dates, numbers and lists: the same on every machine. */
export interface Formats {
  /** A calendar day, given as `2024-05-01`. */
  readonly day: (day: string) => string
  /** The same without the year, short. */
  readonly dayOfYear: (day: string) => string
  readonly number: (value: number) => string
  /** A duration in minutes. */
  readonly minutes: (value: number) => string
  /** A list of so many items as what stands around them: its elements are `0`, `1` and so on. */
  readonly list: (length: number) => ReadonlyArray<ListPart>
}

type ListPart = ReturnType<Intl.ListFormat['formatToParts']>[number]

/** Formats of `language` (BCP 47). */
export const formatsIn: (language: string) => Formats = oncePer((language) => {
  // A day is a date without a zone: read and printed in UTC, it stays the same day on every machine.
  const day = new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'})
  const dayOfYear = new Intl.DateTimeFormat(language, {month: 'short', day: 'numeric', timeZone: 'UTC'})
  const number = new Intl.NumberFormat(language)
  const minutes = new Intl.NumberFormat(language, {style: 'unit', unit: 'minute', unitDisplay: 'short'})
  const list = new Intl.ListFormat(language)
  return {
    day: oncePer((text: string) => day.format(new Date(`${text}T00:00:00Z`))),
    dayOfYear: oncePer((text: string) => dayOfYear.format(new Date(`${text}T00:00:00Z`))),
    number: oncePer((value: number) => number.format(value)),
    minutes: oncePer((value: number) => minutes.format(value)),
    list: oncePer((length: number) => list.formatToParts(Array.from({length}, (_, index) => String(index))))
  }
})
