/**
 * Calendar day of a moment in a time zone: `2024-05-01`.
 *
 * Reckoned without Temporal: a build that finds nothing to do asks for the day too, and does not load it.
 *
 * @param epoch
 *   Milliseconds since 1970.
 * @param timeZone
 *   IANA name, already checked.
 */
export function dayOf(epoch: number, timeZone: string): string {
  // The zones of `Intl` take some 10 ms to load, and most sites are content with this one.
  const offset = timeZone === 'UTC' ? 0 : offsetAt(epoch, timeZone)
  const text = new Date(epoch + offset).toISOString()
  // The last hours of 9999 are in year 10000 elsewhere, whose five digits would come before all others as text.
  return text.startsWith('+') ? lastDay : text.slice(0, 10)
}

/** The last day that front matter can name. */
const lastDay = '9999-12-31'

/** Milliseconds by which the clocks of a time zone are ahead of UTC at a moment. */
function offsetAt(epoch: number, timeZone: string): number {
  // Before there were zones, towns had seconds of their own: `GMT-00:01:15`.
  const [, sign, ...parts] =
    /([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(offsetFormat(timeZone).format(epoch)) ?? []
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part = '0') => Number(part))
  const size = ((hours * 60 + minutes) * 60 + seconds) * 1000
  return sign === '-' ? -size : size
}

/** Made once for each time zone, which takes two hundred times as long as to ask one. */
const offsetFormats = new Map<string, Intl.DateTimeFormat>()

function offsetFormat(timeZone: string): Intl.DateTimeFormat {
  const known = offsetFormats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'})
  offsetFormats.set(timeZone, made)
  return made
}
