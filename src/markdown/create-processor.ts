import type {Root as HastRoot} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import {type PluggableList, type Processor, unified} from 'unified'
import type {CompiledBody} from '#src/model/document.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import type {Recorder} from '#src/model/recorder.ts'
import {compileBody} from './compile-body.ts'
import {dropDangerousUrls} from './drop-dangerous-urls.ts'
import type {ApplyFeatures} from './features/apply-features.ts'
import {footnoteOptions} from './footnote-labels.ts'
import {identifyHeadings} from './identify-headings.ts'
import {keepFirstLineEnd} from './keep-first-line-end.ts'
import {limitHastDepth} from './limit-depth.ts'
import {linkHeadings} from './link-headings.ts'
import {markExternalLinks} from './mark-external-links.ts'
import {openSlots} from './open-slots.ts'
import {prepareTree} from './prepare-tree.ts'
import {parsePluginRaw, rawHtmlPlugins, rehypeOptions} from './raw-html.ts'
import {type Attaching, trackPlugins} from './track-plugins.ts'

/** From Markdown to a compiled body. */
export type MarkdownProcessor = Processor<undefined, MdastRoot, HastRoot, HastRoot, CompiledBody>

/**
 * The frozen processor: all that happens to a body, in order. Its files carry `notes` in their data.
 *
 * @param parser
 *   A list of one plugin, from `chooseParser`.
 * @param attaching
 *   Says which plugin was being attached when this throws.
 * @param recorder
 *   Told of the time that each plugin takes.
 */
export function createProcessor(
  parser: PluggableList,
  applyFeatures: ApplyFeatures,
  options: Pick<MarkdownOptions, 'html' | 'language' | 'features' | 'remarkPlugins' | 'rehypePlugins'>,
  attaching: Attaching,
  recorder: Recorder | undefined
): MarkdownProcessor {
  return (
    unified()
      .use(parser)
      .use(prepareTree, options.html)
      .use(trackPlugins(options.remarkPlugins, attaching, recorder))
      // After the remark plugins, which may have a use of their own for what an author wrote.
      .use([[featuresStep, applyFeatures]])
      .use(remarkRehype, {...rehypeOptions[options.html], ...footnoteOptions(options.language)})
      .use(rawHtmlPlugins[options.html])
      .use(limitHastDepth)
      // Before the rehype plugins, because those that link headings or list them need their ids.
      .use(identifyHeadings)
      .use(trackPlugins(options.rehypePlugins, attaching, recorder))
      .use(parsePluginRaw)
      // After the plugins, which may have links of their own in headings.
      .use(options.features.headingLinks ? [linkHeadings] : [])
      .use([[markExternalLinks, options.features.externalLinks]])
      .use(dropDangerousUrls)
      .use(openSlots)
      .use(keepFirstLineEnd)
      .use(rehypeStringify, {quote: '"', quoteSmart: false, preferUnquoted: false, omitOptionalTags: false})
      .use(compileBody)
      .freeze()
  )
}

/** Features as a plugin. */
function featuresStep(applyFeatures: ApplyFeatures): ApplyFeatures {
  return applyFeatures
}
