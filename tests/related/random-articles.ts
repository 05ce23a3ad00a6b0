import {hashData} from '#src/graph/hash.ts'
import type {ArticleWords} from '#src/model/related.ts'
import type {WordedArticle} from '#src/related/number-words.ts'

const noWords: ArticleWords = {title: '', description: '', headings: '', body: '', links: '', code: ''}

/** Articles of forty words each, of which some are common and most are rare. */
export function randomArticles(count: number): ReadonlyArray<ArticleWords> {
  let state = 7
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
  const words = (length: number): string =>
    Array.from({length}, () => `w${Math.floor(next() ** 2 * 200)}`).join(' ')
  return Array.from({length: count}, () => ({...noWords, title: words(4), body: words(40)}))
}

/** An article with the name of what it says. */
export function worded(words: ArticleWords): WordedArticle {
  return {words, wordsHash: hashData(words)}
}
