import type {PageDate} from '#src/model/page.ts'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date as RSS wants it, with four digits of the year (RFC 822, RFC 1123): `Wed, 01 May 2024 00:00:00 +0200`. */
export function toRfc822({iso, epoch}: PageDate): string {
  const [, sign, hours = '00', minutes = '00'] = /([+-])(\d\d):(\d\d)$/.exec(iso) ?? []
  const offsetMinutes = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  // The author's own clock, read as if it stood in Greenwich.
  const local = new Date(epoch + offsetMinutes * msPerMinute)
  const day = `${days[local.getUTCDay()]}, ${twoDigits(local.getUTCDate())}`
  const month = `${months[local.getUTCMonth()]} ${String(local.getUTCFullYear()).padStart(4, '0')}`
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(twoDigits).join(':')
  return `${day} ${month} ${time} ${sign ?? '+'}${hours}${minutes}`
}

const msPerMinute = 60_000

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
