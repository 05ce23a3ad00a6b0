import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {tests} from 'commonmark-spec'

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

/** The 673 examples of GitHub Flavored Markdown 0.29; empty where the file is absent. */
export const gfmExamples: ReadonlyArray<SpecExample> = readGfmExamples()

/** A real article. */
export interface Article {
  readonly path: string
  readonly text: string
}

/** Real articles; empty where they are absent. */
export const articles: ReadonlyArray<Article> = readArticles()

function readGfmExamples(): ReadonlyArray<SpecExample> {
  const path = join(materialFolder, 'conformance/gfm-spec.txt')
  if (!existsSync(path)) return []
  const example = /^`{32} example.*\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm
  return Array.from(readFileSync(path, 'utf8').matchAll(example), (match, index) => ({
    number: index + 1,
    markdown: withTabs(match[1] ?? ''),
    html: withTabs(match[2] ?? '')
  }))
}

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
