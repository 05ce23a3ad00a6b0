import type {Pluggable} from 'unified'

/** What happens to raw HTML in Markdown: kept as written, shown as text, or reduced to a safe subset. */
export type HtmlPolicy = 'keep' | 'escape' | 'sanitize'

/** How Markdown is compiled. */
export interface MarkdownOptions {
  /** `native` is Rust; `remark` is remark-parse, which a remark plugin that extends the *syntax* needs. Same HTML. */
  readonly parser: 'native' | 'remark'
  readonly html: HtmlPolicy
  /** Applied to mdast, in order. */
  readonly remarkPlugins: ReadonlyArray<Pluggable>
  /** Applied to hast, in order, after raw HTML was parsed. */
  readonly rehypePlugins: ReadonlyArray<Pluggable>
}
