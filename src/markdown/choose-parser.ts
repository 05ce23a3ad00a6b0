import type {Root} from 'mdast'
import {type Pluggable, type PluggableList, type Processor, unified} from 'unified'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import {hideFormulas} from './math/hide-formulas.ts'
import {loadNativeParse, nativeParser} from './native-parser.ts'
import {notesOf} from './notes.ts'
import type {ParserOptions} from './remark-parser.ts'

/**
 * The parser, as a list of unified plugins: the native one if `options` ask for it, this platform can load it, and neither
 * a remark plugin nor definition lists extend the syntax; else the reference.
 */
export async function chooseParser(
  options: Pick<MarkdownOptions, 'parser' | 'remarkPlugins'>,
  parserOptions: ParserOptions
): Promise<PluggableList> {
  const isExtended = parserOptions.definitionLists || extendsSyntax(options.remarkPlugins)
  const isNative = options.parser === 'native' && !isExtended
  const parse = isNative ? await loadNativeParse() : undefined
  const formulas: PluggableList = parserOptions.math ? [findingFormulas] : []
  if (parse !== undefined) return [[nativeParser, {...parserOptions, parse}], ...formulas]
  // A third of all code for Markdown, which few sites need.
  const {remarkParser} = await import('./remark-parser.ts')
  return [[remarkParser, parserOptions], ...formulas]
}

/** A parser that knows formulas between dollars, of the one that was attached before. */
function findingFormulas(this: Processor): void {
  const {parser} = this
  if (parser === undefined) throw new Error('Expected a parser to be attached before')
  this.parser = (text, file) => {
    const hidden = hideFormulas(text)
    const tree = parser(hidden?.text ?? text, file)
    if (hidden === undefined || tree.type !== 'root') return tree
    notesOf(file).hasFormulas = true
    hidden.restore(tree as Root)
    return tree
  }
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
