import {expect, test} from 'vitest'
import {type ArticleWords, defaultRelated} from '#src/model/related.ts'
import {
  type NumberedArticles,
  numberWords,
  numberWordsAgain,
  type WordedArticle
} from '#src/related/number-words.ts'
import {randomArticles, worded} from './random-articles.ts'

const {fields} = defaultRelated
const [first, second, ...others] = randomArticles(6).map(worded) as [WordedArticle, WordedArticle]

/** All that is told of articles, with the words by their numbers. */
function told({wordOf, ...numbered}: NumberedArticles): unknown {
  return {...numbered, words: Array.from({length: numbered.wordCount}, (_, number) => wordOf(number))}
}

/** An article whose words nobody is to look at. */
function closed({wordsHash}: WordedArticle): WordedArticle {
  return {
    wordsHash,
    get words(): ArticleWords {
      throw new Error('The words were looked at')
    }
  }
}

const edited = worded({...first.words, title: 'wholly new', body: `${second.words.body}\nw1 new`})

test.each<[string, ReadonlyArray<WordedArticle>]>([
  ['nothing is another', [first, second, ...others]],
  ['an article is edited', [edited, second, ...others]],
  ['one is added', [edited, first, second, ...others]],
  ['one is removed', [second, ...others]],
  ['they come in another order', [...others, second, first]],
  ['none is left', []]
])('numbers are those of a first time when %s, and only what is new is looked at', (_, articles) => {
  const known = [first, second, ...others]
  const before = numberWords(known, fields)
  const given = articles.map((article) => (known.includes(article) ? closed(article) : article))
  expect(told(numberWordsAgain(given, fields, before))).toEqual(told(numberWords(articles, fields)))
})

test('other parts are numbered anew, and other amounts are not', () => {
  const articles = [first, second]
  const before = numberWords(articles, fields)
  const linked = {...fields, links: 1}
  expect(told(numberWordsAgain(articles, linked, before))).toEqual(told(numberWords(articles, linked)))
  const heavy = {...fields, title: 9}
  expect(told(numberWordsAgain(articles.map(closed), heavy, before))).toEqual(
    told(numberWords(articles, heavy))
  )
})
