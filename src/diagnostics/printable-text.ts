/**
 * `text` with every character that would act on the terminal, or change the direction of what follows, shown as a
 * visible one. Tabs stay. The length in UTF-16 code units stays too, so that columns keep their meaning.
 */
export function printableText(text: string): string {
  return text.replace(acting, (character) => {
    const code = character.charCodeAt(0)
    return code < controlPictures.count ? String.fromCharCode(controlPictures.first + code) : '\uFFFD'
  })
}

/**
 * Blanks as wide as `text` on a terminal: what comes after them stands below what comes after `text`. Tabs stay tabs,
 * wide characters (Han, kana, Hangul, emoji) take two columns, combining and invisible ones none.
 */
export function blankLike(text: string): string {
  if (plain.test(text)) return text.replace(/[^\t]/g, ' ')
  // Made here, because the first one takes some 20 ms, which a build without a diagnostic need not spend.
  const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})
  let blank = ''
  for (const {segment} of graphemes.segment(text)) {
    blank += segment === '\t' ? '\t' : ' '.repeat(columnsOf(segment))
  }
  return blank
}

/** Columns that `text` takes on a terminal, a tab counted as one. */
export function widthOf(text: string): number {
  return blankLike(text).length
}

/** C0 without tab, DEL, C1, and the marks and overrides of the bidirectional algorithm ("Trojan Source"). */
const acting = /[^\P{Cc}\t]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** The block of Unicode that depicts U+0000 to U+001F: `␀` to `␟`. */
const controlPictures = {first: 0x2400, count: 0x20}

/** Tabs and printable characters of ASCII, one column each. */
const plain = /^[\t\x20-\x7E]*$/

const invisible = /^[\p{M}\p{Cf}]+$/u
const wide =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303E\u30A0-\u30FF\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji}\uFE0F)/u

function columnsOf(grapheme: string): number {
  if (invisible.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}
