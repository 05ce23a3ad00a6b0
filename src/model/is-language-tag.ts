/** Whether a text is a BCP 47 tag: `en`, `de-CH`. Longer names than those of three letters may be registered, and none ever was (RFC 5646, 2.2.1): `english` is none. */
export function isLanguageTag(text: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(text) && Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
