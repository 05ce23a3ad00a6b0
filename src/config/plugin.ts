import type {AssetTransform} from '#src/model/asset-transform.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'

/** A named set of extensions. */
export interface Plugin {
  /** Unique among the plugins of a site. */
  readonly name: string
  /** Changes when the plugin's results may: articles are then compiled again. */
  readonly version: string
  /** Run after those of `markdown.remarkPlugins`. */
  readonly remarkPlugins?: MarkdownOptions['remarkPlugins']
  /** What it makes of files in `templates/assets/`; of each file the first that is for it. */
  readonly assets?: ReadonlyArray<AssetTransform>
  /** Run after those of `markdown.rehypePlugins`. */
  readonly rehypePlugins?: MarkdownOptions['rehypePlugins']
}
