import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatter, WrittenDate} from '#src/model/front-matter.ts'
import type {FrontMatterPlaces} from '#src/model/front-matter-places.ts'
import type {Page, PageDate} from '#src/model/page.ts'
import type {SourcePath} from '#src/model/source.ts'
import {resolveDate} from './dates.ts'
import {titleFromName} from './messages.ts'
import {readableName, type SourceName} from './source-name.ts'
import {termNames} from './term-names.ts'

/** What is known of a document before it is a page. */
export interface PageFacts {
  readonly source: SourcePath
  readonly name: SourceName
  readonly section: string
  /** With the date of its name and the defaults of its folders. */
  readonly frontMatter: FrontMatter
  readonly places: FrontMatterPlaces
  /** Whether the document has no error: of a broken one nothing that it lacks is worth a warning. Asked of those without a title. */
  readonly isIntact?: boolean
  /** Of the body; asked of documents without a title. */
  readonly firstHeading?: {readonly depth: number; readonly text: string} | undefined
  readonly taxonomies: ReadonlyArray<string>
  readonly timeZone: string
}

/** A page whose address is not decided yet: permalink patterns ask for title and date. */
export type Identity = Omit<Page, 'path' | 'aliases'>

/** A document's identity in the site; a title that nobody wrote is a warning. */
export function describePage(facts: PageFacts): Checked<Identity> {
  const {source, name, section, frontMatter, firstHeading} = facts
  const diagnostics: Array<Diagnostic> = []
  const terms = termNames(source, frontMatter, facts.places, facts.taxonomies)
  diagnostics.push(...terms.diagnostics)
  const title = frontMatter.title ?? firstHeading?.text
  const readable = readableName(name.name || 'home')
  if (title === undefined && facts.isIntact === true) diagnostics.push(titleFromName(source, readable))
  const {draft, unlisted, authors, keywords} = frontMatter
  const identity: Identity = {
    source,
    kind: section === '' ? 'page' : 'article',
    section,
    title: title ?? readable,
    isTitleInBody: frontMatter.title === undefined && firstHeading?.depth === 1,
    ...defined('date', resolved(frontMatter.date)),
    ...defined('lastmod', resolved(frontMatter.lastmod)),
    ...described(frontMatter),
    unlisted: unlisted ?? false,
    draft: draft ?? false,
    authors: authors ?? [],
    keywords: keywords ?? [],
    terms: terms.value,
    params: frontMatter.params
  }
  return {value: identity, diagnostics}

  function resolved(date: WrittenDate | undefined): PageDate | undefined {
    return date === undefined ? undefined : resolveDate(date, facts.timeZone)
  }
}

const copiedFields = [
  'description',
  'shortDescription',
  'weight',
  'authorLink',
  'category',
  'series',
  'previewImage',
  'smallPreviewImage',
  'socialPreviewImage',
  'layout',
  'toc',
  'canonical',
  'translations'
] as const

/** The fields that a page has from its front matter as they are. */
function described(frontMatter: FrontMatter): Pick<FrontMatter, (typeof copiedFields)[number]> {
  const entries = copiedFields.map((field) => [field, frontMatter[field]])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function defined<Name extends string, Value>(
  name: Name,
  value: Value | undefined
): {readonly [Key in Name]?: Value} {
  return (value === undefined ? {} : {[name]: value}) as {readonly [Key in Name]?: Value}
}
