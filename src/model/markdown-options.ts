import type {Pluggable} from 'unified'
import type {ThrowLocator} from './loaded-config.ts'

/** What happens to raw HTML in Markdown: kept as written, shown as text, or reduced to a safe subset. */
export type HtmlPolicy = 'keep' | 'escape' | 'sanitize'

/** What authors can write beyond CommonMark and GitHub's extensions. */
export interface MarkdownFeatures {
  /** `:::name`, `::name` and `:name[…]` call components. */
  readonly directives: boolean
  /** `> [!NOTE]` and `:::note` are notes beside the text. */
  readonly callouts: boolean
  /** Formulas of TeX between dollars. */
  readonly math: boolean
  /** Fences of the language `mermaid` are diagrams. */
  readonly mermaid: boolean
  /** `:rocket:` is an emoji. */
  readonly emoji: boolean
  /** The language, as a BCP 47 tag, whose quotation marks take the place of straight ones; dashes and dots change with them. */
  readonly smartPunctuation: string | false
  /** `x^2^`. */
  readonly superscript: boolean
  /** `H~2~O`. */
  readonly subscript: boolean
  /** `==x==`. */
  readonly highlightMarks: boolean
  /** `*[HTML]: Hyper Text Markup Language`. */
  readonly abbreviations: boolean
  /** `{{< name >}}` and `{{% name %}}` call components, as in Hugo. */
  readonly shortcodes: boolean
  /** Terms with what they mean, as PHP Markdown Extra writes them. */
  readonly definitionLists: boolean
  /** `[[name]]` links to a page by its name. */
  readonly wikilinks: boolean
  /** The content of each heading below the title is a link to it. */
  readonly headingLinks: boolean
  /** Tables scroll when they are wide, and align their cells by classes. */
  readonly tables: boolean
  /** Whether the text of a task is the label of its box. */
  readonly taskLists: boolean
  /** An image by itself is a figure, with its title as caption. */
  readonly figures: boolean
  /** Attributes of links to other sites. */
  readonly externalLinks: ExternalLinkRules
  /** How code gets its colors: by highlight.js or by shiki, in the same classes; `false` leaves code to plugins. */
  readonly highlight: 'classes' | 'shiki' | false
  /** Whether blocks of code show line numbers unless they say `noLineNumbers`. */
  readonly lineNumbers: boolean
  /** Whether long lines of code are broken unless their block says `noWrap`. */
  readonly wrapLines: boolean
  /** Whether blocks of code are parsed, to tell of those that do not parse. */
  readonly checkCode: boolean
}

/** Attributes of links to other sites, without those that have no value. */
export interface ExternalLinkRules {
  /** `nofollow noopener` */
  readonly rel?: string
  /** `_blank` */
  readonly target?: string
}

/** How Markdown is compiled. */
export interface MarkdownOptions {
  /** `native` is Rust; `remark` is remark-parse, which a remark plugin that extends the *syntax* needs. Same HTML. */
  readonly parser: 'native' | 'remark'
  readonly html: HtmlPolicy
  /** Of what Galley itself says to readers: BCP 47. */
  readonly language: string
  readonly features: MarkdownFeatures
  /** Whether a body is also kept as its author wrote it. */
  readonly keepsMarkdown: boolean
  /** Whether what a body says is sorted by what it is. */
  readonly keepsProse: boolean
  /** Seconds that one article may take in a thread that can be ended. */
  readonly secondsMax: number
  /** Applied to mdast, in order. */
  readonly remarkPlugins: ReadonlyArray<Pluggable>
  /** Applied to hast, in order, after raw HTML was parsed. */
  readonly rehypePlugins: ReadonlyArray<Pluggable>
  /** Where plugins that are code of the site have thrown; absent where that cannot be known. */
  readonly locate?: ThrowLocator
}

/** Of a site that says nothing of them. */
export const defaultFeatures: MarkdownFeatures = {
  directives: true,
  callouts: true,
  math: false,
  mermaid: true,
  emoji: false,
  smartPunctuation: false,
  superscript: false,
  subscript: false,
  highlightMarks: false,
  abbreviations: false,
  shortcodes: true,
  definitionLists: false,
  wikilinks: false,
  headingLinks: true,
  tables: true,
  taskLists: true,
  figures: true,
  externalLinks: {},
  highlight: 'classes',
  lineNumbers: false,
  wrapLines: false,
  checkCode: false
}
