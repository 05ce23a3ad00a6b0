import type {ArticleWords, Prose} from '#src/model/related.ts'
import {wordLister} from './list-words.ts'
import type {WordForms} from './word-forms.ts'

/** What of an article has words. */
export interface WrittenArticle extends Prose {
  readonly title: string
  readonly description: string
  readonly headings: ReadonlyArray<string>
}

/** Finds the words of articles. */
export function wordReader(forms: WordForms): (article: WrittenArticle) => ArticleWords {
  const list = wordLister(forms)
  return ({title, description, headings, body, links, code}) => ({
    title: list(title),
    description: list(description),
    headings: list(headings.join('\n')),
    body: list(body),
    links: list(links),
    code: list(code)
  })
}
