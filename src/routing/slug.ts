import {slug} from 'github-slugger'

/** What is a slug already, as most file names and terms are. */
const plainSlug = /^[a-z\d]+(?:-[a-z\d]+)*$/

/** Slug of a title or term: lower-case words joined by `-`, in any script. May be empty (`???`). */
export function slugOf(text: string): string {
  return slug(text.normalize('NFC').trim()).replace(/^-+|-+$/g, '')
}

/**
 * Slug of a title or term that is never empty: code points in hexadecimal where no letter or digit is left, so that
 * the address stays when other pages come and go.
 */
export function stableSlugOf(text: string): string {
  return slugOf(text) || codePoints(text)
}

/** Characters that tell names apart, unlike punctuation: `C`, `C++` and `C#` are three languages, `Node.js` is `nodejs`. */
const symbol = /[\p{S}#%*@]/gu

/**
 * Slug of a term, from its name alone. Symbols, which slugs drop, are added in hexadecimal: `C++` is `c-2b2b`, also where
 * there is no `C`. Names that differ only in case, blanks and punctuation have one slug.
 */
export function termSlugOf(name: string): string {
  if (plainSlug.test(name)) return name
  const text = name.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const symbols = text.match(symbol)?.join('') ?? ''
  return [slugOf(text), codePoints(symbols)].filter((part) => part !== '').join('-') || codePoints(text)
}

/**
 * One URL segment from a file or folder name: lower case, blanks as `-`; dots and letters of any script stay, what
 * needs a percent sign in every address or is forbidden in file names goes.
 */
export function segmentOf(name: string): string {
  if (plainSlug.test(name)) return name
  const segment = name
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/\s+/gu, '-')
    .replace(/[\p{Cc}\p{Cf}#?%"'`<>|*:\\^{}[\]]+/gu, '')
    .replace(/^\.+|\.+$/g, '')
  return segment || codePoints(name)
}

function codePoints(text: string): string {
  return [...text.trim()].map((character) => character.codePointAt(0)?.toString(16) ?? '').join('')
}
