import {defaultFeatures, type MarkdownFeatures, type MarkdownOptions} from '#src/model/markdown-options.ts'
import type {Config, MarkdownRules} from './define-config.ts'

/** How Markdown is compiled, with all defaults filled in; plugins' own remark and rehype plugins come last. */
export function toMarkdownOptions({markdown = {}, plugins = [], language = 'en'}: Config): MarkdownOptions {
  return {
    parser: markdown.parser ?? 'native',
    html: markdown.html ?? 'keep',
    language,
    features: toFeatures(markdown, language),
    remarkPlugins: [
      ...(markdown.remarkPlugins ?? []),
      ...plugins.flatMap(({remarkPlugins = []}) => remarkPlugins)
    ],
    rehypePlugins: [
      ...(markdown.rehypePlugins ?? []),
      ...plugins.flatMap(({rehypePlugins = []}) => rehypePlugins)
    ]
  }
}

function toFeatures(rules: MarkdownRules, language: string): MarkdownFeatures {
  const {rel, target} = rules.externalLinks ?? {}
  return {
    shortcodes: rules.shortcodes ?? defaultFeatures.shortcodes,
    directives: rules.directives ?? defaultFeatures.directives,
    callouts: rules.callouts ?? defaultFeatures.callouts,
    highlight: rules.highlight ?? defaultFeatures.highlight,
    lineNumbers: rules.lineNumbers ?? defaultFeatures.lineNumbers,
    wrapLines: rules.wrapLines ?? defaultFeatures.wrapLines,
    math: rules.math ?? defaultFeatures.math,
    mermaid: rules.mermaid ?? defaultFeatures.mermaid,
    emoji: rules.emoji ?? defaultFeatures.emoji,
    smartPunctuation: rules.smartPunctuation === true ? language : defaultFeatures.smartPunctuation,
    superscript: rules.superscript ?? defaultFeatures.superscript,
    subscript: rules.subscript ?? defaultFeatures.subscript,
    highlightMarks: rules.highlightMarks ?? defaultFeatures.highlightMarks,
    abbreviations: rules.abbreviations ?? defaultFeatures.abbreviations,
    definitionLists: rules.definitionLists ?? defaultFeatures.definitionLists,
    wikilinks: rules.wikilinks ?? defaultFeatures.wikilinks,
    headingLinks: rules.headingLinks ?? defaultFeatures.headingLinks,
    tables: rules.tables ?? defaultFeatures.tables,
    figures: rules.figures ?? defaultFeatures.figures,
    externalLinks: {...(rel === undefined ? {} : {rel}), ...(target === undefined ? {} : {target})}
  }
}
