import {defaultFeatures, type MarkdownFeatures, type MarkdownOptions} from '#src/model/markdown-options.ts'
import type {Config, MarkdownRules} from './define-config.ts'

/** A thousand times what an article takes; what takes longer never ends, or is no article. */
const defaultSecondsMax = 10

/** How Markdown is compiled, with all defaults filled in; plugins' own remark and rehype plugins come last. */
export function toMarkdownOptions({
  markdown = {},
  plugins = [],
  language = 'en',
  llms = false,
  related,
  untrusted = false
}: Config): MarkdownOptions {
  const {html = 'keep'} = markdown
  return {
    parser: markdown.parser ?? 'native',
    html: untrusted && html === 'keep' ? 'sanitize' : html,
    language,
    features: toFeatures(markdown, language),
    keepsMarkdown: llms !== false,
    keepsProse: related !== false,
    secondsMax: markdown.secondsMax ?? defaultSecondsMax,
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

/** The switches that are set, over the defaults; what is no mere switch is made of its rule. */
function toFeatures(rules: MarkdownRules, language: string): MarkdownFeatures {
  return {
    ...defaultFeatures,
    ...given(rules, switchNames),
    smartPunctuation: rules.smartPunctuation === true ? language : defaultFeatures.smartPunctuation,
    externalLinks: given(rules.externalLinks ?? {}, ['rel', 'target'])
  }
}

type SwitchName = Exclude<keyof MarkdownFeatures & keyof MarkdownRules, 'smartPunctuation' | 'externalLinks'>

const switchNames = Object.keys(defaultFeatures).filter(isSwitchName)

function isSwitchName(name: string): name is SwitchName {
  return name !== 'smartPunctuation' && name !== 'externalLinks'
}

/** What a mapping has under these names; `undefined` counts as absent. */
function given<Rules extends object, Name extends keyof Rules>(
  rules: Rules,
  names: ReadonlyArray<Name>
): {[Key in Name]?: Exclude<Rules[Key], undefined>} {
  const found: {[Key in Name]?: Exclude<Rules[Key], undefined>} = {}
  for (const name of names) {
    const value = rules[name]
    if (value !== undefined) found[name] = value as Exclude<Rules[Name], undefined>
  }
  return found
}
