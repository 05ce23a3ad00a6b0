import type {Root} from 'mdast'
import type {Node} from 'unist'
import type {VFileMessage} from 'vfile-message'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {CompiledBody} from '#src/model/document.ts'
import type {FrontMatterBlock} from '#src/model/front-matter.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import {type Recorder, startSpan} from '#src/model/recorder.ts'
import type {Source} from '#src/model/source.ts'
import {chooseParser} from './choose-parser.ts'
import {createProcessor, type MarkdownProcessor} from './create-processor.ts'
import {compileDirectly} from './direct/compile-directly.ts'
import type {CompileIsland} from './direct/compile-islands.ts'
import {TooDeepError} from './limit-depth.ts'
import {pluginFailed, pluginMessage, tooDeep} from './messages.ts'
import type {Notes} from './notes.ts'
import {type Matter, prepareText} from './prepare-text.ts'
import type {Attaching} from './track-plugins.ts'

/**
 * Compile the body of a source, alone: safe to call for many sources at once.
 *
 * @param block
 *   The front matter, which stays out of the body.
 * @returns
 *   The body, excerpt and facts (all empty after an error that ended the compilation), and the diagnostics
 *   `markdown/…` and those of plugins, in order of place. References in slots are percent-encoded as in an `href`.
 */
export type MarkdownCompiler = (
  source: Source,
  block: Pick<FrontMatterBlock, 'format' | 'bodyOffset'>
) => Promise<Checked<CompiledBody>>

/** `MarkdownOptions`, and what sites need not decide. */
export interface CompilerOptions extends MarkdownOptions {
  /** Whether GitHub's extensions to CommonMark are on. Default: true. */
  readonly gfm?: boolean
  /** Told of the time that each plugin takes. Default: none. */
  readonly recorder?: Recorder | undefined
}

/**
 * A compiler for sources. Plugins are attached once, on the first source; one that cannot be attached is reported as
 * `markdown/plugin-failed` for every source.
 */
export function createCompiler(options: CompilerOptions): MarkdownCompiler {
  const attaching: Attaching = {}
  // With remark-parse the processor does all, so that one configuration shows what the direct route is held to.
  const isDirect = options.parser === 'native' && options.html === 'keep' && !hasPlugins(options)
  let processor: Promise<MarkdownProcessor> | undefined

  return async (source, block) => {
    const {text, matter} = prepareText(source.text, block)
    const notes = startNotes(source, matter)
    const file = {path: source.path, value: text, data: {notes}}
    try {
      processor ??= attach(options, attaching)
      const ready = await processor
      const compileBlocks: CompileIsland = async (blocks) => {
        const island = {...file, data: {notes: startNotes(source, matter)}}
        const tree = await ready.run({type: 'root', children: [...blocks]}, island)
        return {value: ready.stringify(tree, island), diagnostics: island.data.notes.diagnostics}
      }
      const tree = ready.parse(file)
      if (!isMdastRoot(tree)) throw new Error(`Expected a root, found \`${tree.type}\``)
      const direct = isDirect ? await compileDirectly(tree, source.path, compileBlocks) : undefined
      if (typeof direct === 'object') return direct
      const value = ready.stringify(await ready.run(tree, file), file)
      return {value, diagnostics: diagnosticsOf(notes)}
    } catch (error) {
      const plugin = notes.plugin ?? attaching.plugin
      const failure = failureOf(error, {file: source.path, plugin, hasPlugins: hasPlugins(options)})
      return {value: emptyBody, diagnostics: diagnosticsOf(notes, failure)}
    }
  }
}

function isMdastRoot(node: Node): node is Root {
  return node.type === 'root'
}

async function attach(options: CompilerOptions, attaching: Attaching): Promise<MarkdownProcessor> {
  const end = startSpan(options.recorder)
  const parser = await chooseParser(options, {gfm: options.gfm ?? true})
  const processor = createProcessor(parser, options, attaching, options.recorder)
  end({category: 'thread', name: 'load parser'})
  return processor
}

function startNotes(source: Source, matter: Matter): Notes {
  return {file: source.path, matter, slots: [], diagnostics: [], codeLanguages: new Set()}
}

const emptyBody: CompiledBody = {
  body: {chunks: [''], slots: []},
  excerpt: {chunks: [''], slots: []},
  facts: {outline: [], ids: [], externalLinks: [], codeLanguages: [], text: '', wordCount: 0}
}

function hasPlugins({remarkPlugins, rehypePlugins}: MarkdownOptions): boolean {
  return remarkPlugins.length + rehypePlugins.length > 0
}

function diagnosticsOf(notes: Notes, failure?: Diagnostic | undefined): ReadonlyArray<Diagnostic> {
  const reported = (notes.messages ?? []).map((message) => pluginMessage(notes.file, message))
  return orderDiagnostics([...notes.diagnostics, ...reported, ...(failure === undefined ? [] : [failure])])
}

interface Failing {
  readonly file: string
  readonly plugin: string | undefined
  readonly hasPlugins: boolean
}

/** What ended a compilation; `undefined` for `file.fail()`, which is among the messages already. Rethrows our bugs. */
function failureOf(error: unknown, failing: Failing): Diagnostic | undefined {
  if (error instanceof TooDeepError) return tooDeep({file: failing.file, place: error.place})
  if (isStackOverflow(error)) return tooDeep({file: failing.file, place: undefined})
  if (isFatalMessage(error)) return undefined
  // A plugin may also leave a tree that makes a later step throw; without plugins the mistake is ours.
  if (failing.plugin === undefined && !failing.hasPlugins) throw error
  return pluginFailed(failing.file, failing.plugin, error)
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && error.name === 'RangeError' && /call stack/i.test(error.message)
}

function isFatalMessage(error: unknown): error is VFileMessage {
  return error instanceof Error && 'fatal' in error && error.fatal === true && 'ruleId' in error
}
