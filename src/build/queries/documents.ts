import type {Place} from '#src/diagnostics/diagnostic.ts'
import {isError} from '#src/diagnostics/is-error.ts'
import {defineQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {Heading} from '#src/model/document.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import type {FrontMatterPlaces} from '#src/model/front-matter-places.ts'
import type {SourcePath} from '#src/model/source.ts'
import {readingTime} from '#src/render/reading-time.ts'
import {frontMatterInput, headInput, textsInput} from './inputs.ts'

/** What a document says of itself. */
export interface OwnFrontMatter {
  readonly frontMatter: FrontMatter
  readonly places: FrontMatterPlaces
  /** Whether the front matter has no error, whatever the body has. */
  readonly isTyped: boolean
}

/** Front matter of one source alone. */
export const ownFrontMatter: Query<SourcePath, OwnFrontMatter | undefined> = defineQuery(
  'ownFrontMatter',
  ({read}, source) => {
    const found = read(frontMatterInput, source)
    if (found === undefined) return undefined
    const {frontMatter, places, diagnostics} = found
    const isTyped = !diagnostics.some((one) => isError(one) && one.code.startsWith('content/'))
    return {frontMatter, places, isTyped}
  }
)

/** Whether a document has no error, neither in its front matter nor in its body. */
export const isIntact: Query<SourcePath, boolean> = defineStoredQuery('isIntact', ({read}, source) => {
  const {diagnostics = []} = read(headInput, source) ?? {}
  return !diagnostics.some(isError)
})

/** Headings of a body. */
export const outline: Query<SourcePath, ReadonlyArray<Heading>> = defineQuery(
  'outline',
  ({read}, source) => read(headInput, source)?.outline ?? []
)

/** Ids of a body: of its headings, and of all else that has one. */
export const bodyIds: Query<SourcePath, ReadonlyArray<string>> = defineQuery(
  'bodyIds',
  ({read}, source) => read(textsInput, source)?.facts.ids ?? []
)

/** First heading of a body. */
export const firstHeading: Query<SourcePath, Pick<Heading, 'depth' | 'text'> | undefined> = defineStoredQuery(
  'firstHeading',
  ({read}, source) => {
    const heading = read(outline, source)[0]
    return heading && {depth: heading.depth, text: heading.text}
  }
)

/** Words of a body. */
export const wordCount: Query<SourcePath, number> = defineStoredQuery(
  'wordCount',
  ({read}, source) => read(headInput, source)?.wordCount ?? 0
)

/** Time to read a body; apart from the word count, so that most edits leave it as it is. */
export const readingMinutes: Query<SourcePath, number> = defineStoredQuery(
  'readingMinutes',
  ({read}, source) => readingTime(read(wordCount, source))
)

/** What a body may need a script or style for. */
export const features: Query<SourcePath, ReadonlyArray<string>> = defineStoredQuery(
  'features',
  ({read}, source) => read(headInput, source)?.features ?? []
)

/** Where a body first needs a package in the browser; `undefined` where it does not, or nobody knows where. */
export const packagePlace: Query<readonly [SourcePath, string], Place | undefined> = defineStoredQuery(
  'packagePlace',
  ({read}, [source, name]) => read(textsInput, source)?.facts.packagePlaces?.[name]
)
