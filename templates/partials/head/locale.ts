import {oncePer} from '../once-per.ts'

/** A language as Open Graph names it, `de_CH`: with the territory where it is mostly written, unless it names one. */
export const localeOf: (language: string) => string = oncePer((language) => {
  const {language: name, region} = new Intl.Locale(language).maximize()
  return region === undefined ? name : `${name}_${region}`
})
