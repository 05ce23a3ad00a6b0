import type {WordForms} from './word-forms.ts'

/** Letters, digits and marks, joined by apostrophes: `don't`, `es2015`, `naïve`. */
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu

/** Where a word in camel case may be cut: `WeakRef`, `HTMLElement`. */
const camelSeam = /(?<=\p{Ll}|\p{N})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

const capital = /\p{Lu}/u
const small = /\p{Ll}/u

/** Scripts that do not put spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Foreign words in Japanese, of which a dictionary knows few, and which it would cut into syllables. */
const katakana = /^[\p{Script=Katakana}ー]/u
const katakanaOrOther = /[\p{Script=Katakana}ー]+|[^\p{Script=Katakana}ー]+/gu

/** Longer ones are no words but data. */
const wordLengthMax = 40

/** Of the words of thousands of articles. */
const wordsKept = 100_000

/** What a written word counts as: stems, separated by spaces. */
interface Reading {
  /** Empty for a word that says nothing. */
  readonly stems: string
  /** Of what a name in camel case is made of; empty for all others. */
  readonly parts: string
}

/**
 * Makes of a text the stems of its words, in order, separated by spaces, and line by line: without words that say nothing, bare numbers and
 * single letters. What a name in camel case is made of has a line of its own before the one that the name stands in, so that it makes no
 * other words neighbors.
 */
export function wordLister({stem, stopWords}: WordForms): (text: string) => string {
  // `en` by name, as for counting words: no locale means the machine's.
  const segmenter = new Intl.Segmenter('en', {granularity: 'word'})
  // Articles say the same words again and again, and to look one up takes a twentieth of the time.
  const known = new Map<string, Reading>()
  return (text) => {
    const lines: Array<string> = []
    for (const line of text.normalize('NFC').split('\n')) {
      const words: Array<string> = []
      for (const word of line.match(wordPattern) ?? []) {
        const {stems, parts} = lookUp(word)
        if (stems !== '') words.push(stems)
        if (parts !== '') lines.push(parts)
      }
      if (words.length > 0) lines.push(words.join(' '))
    }
    return lines.join('\n')
  }

  function lookUp(word: string): Reading {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= wordsKept) known.clear()
    const reading = read(word)
    known.set(word, reading)
    return reading
  }

  function read(word: string): Reading {
    const pieces = unspaced.test(word) ? segmentsOf(word) : [word]
    const parts = capital.test(word) && small.test(word) ? word.split(camelSeam) : []
    return {stems: joined(pieces), parts: parts.length > 1 ? joined(parts) : ''}
  }

  function joined(pieces: ReadonlyArray<string>): string {
    return pieces.flatMap(stemsOf).join(' ')
  }

  function segmentsOf(run: string): ReadonlyArray<string> {
    return (run.match(katakanaOrOther) ?? []).flatMap((part) =>
      katakana.test(part) ? [part] : Array.from(segmenter.segment(part), ({segment}) => segment)
    )
  }

  function stemsOf(written: string): ReadonlyArray<string> {
    const word = written.toLowerCase().replaceAll('’', "'")
    const bare = word.replace(/'s?$/u, '')
    if (word.length > wordLengthMax || stopWords.has(word) || stopWords.has(bare)) return []
    const isLetter = bare.length === 1 && !unspaced.test(bare)
    return isLetter || !/\p{L}/u.test(bare) ? [] : [stem(bare)]
  }
}
