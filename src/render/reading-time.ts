/** Words that people read silently in a minute, rounded down (Brysbaert 2019: 238 for English non-fiction). */
const wordsPerMinute = 200

/** Minutes that a text of so many words takes, at least 1. */
export function readingTime(wordCount: number): number {
  return Math.max(1, Math.round(wordCount / wordsPerMinute))
}
