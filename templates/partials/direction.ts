import {oncePer} from './once-per.ts'

/** Scripts written from right to left, by ISO 15924. */
const rightToLeftScripts: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa'
])

/** Direction of writing in `language` (BCP 47), by its script or the one it is usually written in. */
export const directionOf: (language: string) => 'ltr' | 'rtl' = oncePer((language) => {
  const {script} = new Intl.Locale(language).maximize()
  return script !== undefined && rightToLeftScripts.has(script) ? 'rtl' : 'ltr'
})
