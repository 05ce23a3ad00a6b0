import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import {startSpan} from '#src/model/recorder.ts'
import {chooseParser} from './choose-parser.ts'
import type {CompilerOptions} from './create-compiler.ts'
import {createProcessor, type MarkdownProcessor} from './create-processor.ts'
import type {ApplyFeatures} from './features/apply-features.ts'
import {mayHaveDefinitions, nativeTextReader} from './native-text.ts'
import type {Attaching} from './track-plugins.ts'

/**
 * The processor for a text: with the reference parser where the native one would read it otherwise. Plugins are attached once to
 * each.
 */
export function openProcessors(
  options: CompilerOptions,
  applyFeatures: ApplyFeatures,
  attaching: Attaching
): (text: string) => Promise<MarkdownProcessor> {
  const nativeText = nativeTextReader()
  const processors = new Map<MarkdownOptions['parser'], Promise<MarkdownProcessor>>()
  return (text) => {
    const {directives, definitionLists} = options.features
    const isUnlike =
      (directives && nativeText(text) === undefined) || (definitionLists && mayHaveDefinitions(text))
    const parser = isUnlike ? 'remark' : options.parser
    const processor = processors.get(parser) ?? attach(parser)
    processors.set(parser, processor)
    return processor
  }

  async function attach(parser: MarkdownOptions['parser']): Promise<MarkdownProcessor> {
    const end = startSpan(options.recorder)
    const plugins = await chooseParser(
      {...options, parser},
      {
        gfm: options.gfm ?? true,
        directives: options.features.directives,
        definitionLists: options.features.definitionLists && parser === 'remark',
        math: options.features.math,
        hasPlugins: options.remarkPlugins.length > 0,
        nativeText
      }
    )
    const processor = createProcessor(plugins, applyFeatures, options, attaching, options.recorder)
    end({category: 'thread', name: 'load parser'})
    return processor
  }
}
