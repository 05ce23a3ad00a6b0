import {slug} from 'github-slugger'

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

/** A slug told apart from that of a similar text by the characters it lost: `C++` is `c-2b2b`. */
export function distinctSlugOf(text: string): string {
  const base = slugOf(text)
  const lost = [...text.normalize('NFC').toLowerCase()].filter((character) => !base.includes(character))
  return [base, codePoints(lost.join(''))].filter((part) => part !== '').join('-')
}

/**
 * One URL segment from a file or folder name: lower case, blanks as `-`; dots and letters of any script stay, what
 * needs a percent sign in every address or is forbidden in file names goes.
 */
export function segmentOf(name: string): string {
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
