import {type Pluggable, type PluggableList, unified} from 'unified'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import {loadNativeParse, nativeParser} from './native-parser.ts'
import type {ParserOptions} from './remark-parser.ts'

/**
 * The parser, as a list of one unified plugin: the native one if `options` ask for it, this platform can load it, and
 * no remark plugin extends the syntax; else the reference.
 */
export async function chooseParser(
  options: Pick<MarkdownOptions, 'parser' | 'remarkPlugins'>,
  parserOptions: ParserOptions
): Promise<PluggableList> {
  const isNative = options.parser === 'native' && !extendsSyntax(options.remarkPlugins)
  const parse = isNative ? await loadNativeParse() : undefined
  if (parse !== undefined) return [[nativeParser, {...parserOptions, parse}]]
  // A third of all code for Markdown, which few sites need.
  const {remarkParser} = await import('./remark-parser.ts')
  return [[remarkParser, parserOptions]]
}

/** Whether a plugin, once attached, brings syntax of its own (as remark-math and remark-directive do). */
function extendsSyntax(plugins: ReadonlyArray<Pluggable>): boolean {
  if (plugins.length === 0) return false
  const probe = unified().use([...plugins])
  try {
    probe.freeze()
  } catch {
    // It throws again when attached to the processor, where the plugin's name is known.
    return false
  }
  const {micromarkExtensions, fromMarkdownExtensions} = probe.data()
  return micromarkExtensions !== undefined || fromMarkdownExtensions !== undefined
}
