import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import type {IncludedFrom} from '#src/diagnostics/in-included.ts'
import type {Fragment} from './fragment.ts'
import type {FrontMatter} from './front-matter.ts'
import type {FrontMatterPlaces} from './front-matter-places.ts'
import type {Gist, Prose} from './related.ts'
import type {SourcePath} from './source.ts'

/** A heading of a body. */
export interface Heading {
  /** 1 to 6. */
  readonly depth: number
  readonly id: string
  /** Plain text, without the `{#id}`. */
  readonly text: string
}

/** What was learned of a body while compiling it. */
export interface Facts {
  /** In document order. */
  readonly outline: ReadonlyArray<Heading>
  /** Every id in the body: the targets of `#fragment` references. Sorted. */
  readonly ids: ReadonlyArray<string>
  /** External links, as written, with their places in the article, or in the included file that they are from. */
  readonly externalLinks: ReadonlyArray<{
    readonly href: string
    readonly place?: Place
    readonly from?: IncludedFrom<SourcePath>
  }>
  /** Languages of fenced code blocks. Sorted, unique. */
  readonly codeLanguages: ReadonlyArray<string>
  /** What the page may need a script or style for: `code`, and components by name. Sorted, unique. */
  readonly features: ReadonlyArray<string>
  /** Where something first needs a package in the browser, by the package's name; absent where nothing does. */
  readonly packagePlaces?: Readonly<Record<string, Place>>
  /** Plain text of the body; blocks separated by a line feed. */
  readonly text: string
  /** Words by Unicode's rules (each Chinese or Japanese character counts as the segmenter says). */
  readonly wordCount: number
}

/** One compiled body. */
export interface CompiledBody {
  readonly body: Fragment
  /** The part before `<!-- more -->`, else the first paragraph, without ids and footnote marks. */
  readonly excerpt: Fragment
  readonly facts: Facts
  /** What the author wrote, with slots for addresses; only where `MarkdownOptions` ask for it. */
  readonly markdown?: Fragment
  /** What it says; only where `MarkdownOptions` ask for it. */
  readonly prose?: Prose
}

/** What a source says of itself: it is known without compiling the body. */
export interface DocumentFrontMatter {
  readonly path: SourcePath
  readonly frontMatter: FrontMatter
  readonly places: FrontMatterPlaces
  /** Of the front matter; those of the body may be among them. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** What is asked of a document by all that lists it or links to it: small, and kept apart from its texts. */
export interface DocumentHead extends DocumentFrontMatter, Pick<Facts, 'outline' | 'wordCount' | 'features'> {
  /** Of front matter and body. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** What is asked of a document by the page that shows it: all that is long, and what was found in it. */
export interface DocumentTexts extends Pick<CompiledBody, 'body' | 'excerpt' | 'markdown'> {
  readonly facts: Omit<Facts, keyof DocumentHead>
}

/** One compiled source: site-independent, made from its file and those that it includes. */
export interface Document extends DocumentFrontMatter, Omit<CompiledBody, 'prose'> {
  /** By which other articles are found that belong beside it; with words only where `MarkdownOptions` ask for what a body says. */
  readonly gist: Gist
  /** Of front matter and body. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}
