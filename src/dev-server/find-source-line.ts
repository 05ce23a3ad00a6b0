/** A block of a page, as its reader sees it. */
export interface ShownBlock {
  readonly text: string
  /** How many blocks of the same text stand before it. */
  readonly nth: number
}

/** Of a long block the beginning is enough to find it. */
const wordsMax = 40

/** So many words may stand in the source between two that are shown one after the other: addresses of links, attributes. */
const skippedMax = 12

/** Of a block that is from elsewhere, such as a list of other articles, hardly any words follow each other. */
const shareMin = 0.6

/**
 * The line, from 1, of a source that a block of its page was made of; `undefined` when it is made of something else. It is looked for by its
 * words: so nothing has to be remembered of where each block came from, nor be worked out when articles are compiled.
 */
export function findSourceLine(source: string, {text, nth}: ShownBlock): number | undefined {
  const wanted = wordsOf(text)
    .map(({word}) => word)
    .slice(0, wordsMax)
  const [first] = wanted
  if (first === undefined) return undefined
  const words = wordsOf(source)
  let best: Match = {found: wanted.length * shareMin, skipped: 0}
  let lines: Array<number> = []
  for (const [start, {word, line}] of words.entries()) {
    if (word !== first) continue
    const match = matchFrom(words, start, wanted)
    const isBetter = match.found > best.found || (match.found === best.found && match.skipped < best.skipped)
    if (isBetter) [best, lines] = [match, [line]]
    else if (match.found === best.found && match.skipped === best.skipped) lines.push(line)
  }
  return lines[Math.min(nth, lines.length - 1)]
}

interface Word {
  readonly word: string
  readonly line: number
}

/** Letters and digits: markup and punctuation, which typography changes, are none. */
function wordsOf(text: string): ReadonlyArray<Word> {
  return text
    .split('\n')
    .flatMap((line, index) =>
      Array.from(line.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu), ([word]) => ({word, line: index + 1}))
    )
}

/** How many of the wanted words follow each other, and how many others stand between them. */
interface Match {
  readonly found: number
  readonly skipped: number
}

function matchFrom(words: ReadonlyArray<Word>, start: number, wanted: ReadonlyArray<string>): Match {
  let found = 0
  let skipped = 0
  let next = start
  for (const word of wanted) {
    const ahead = words.slice(next, next + skippedMax).findIndex((other) => other.word === word)
    if (ahead === -1) continue
    found++
    skipped += ahead
    next += ahead + 1
  }
  return {found, skipped}
}
