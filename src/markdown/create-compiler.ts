import type {Root} from 'mdast'
import type {Node} from 'unist'
import {VFile} from 'vfile'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {limitRepeats} from '#src/diagnostics/limit-repeats.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {CompiledBody, Facts} from '#src/model/document.ts'
import type {FrontMatter, FrontMatterBlock} from '#src/model/front-matter.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import type {Recorder} from '#src/model/recorder.ts'
import type {Source} from '#src/model/source.ts'
import {collectProse} from './collect-prose.ts'
import {type Failing, failureOf} from './compile-failure.ts'
import type {MarkdownProcessor} from './create-processor.ts'
import {cutMarkdown} from './cut-markdown.ts'
import {compileDirectly} from './direct/compile-directly.ts'
import {emptyBody} from './empty-body.ts'
import {featurePass} from './features/apply-features.ts'
import {listFeatures} from './features/list-features.ts'
import {writtenReferences} from './includes/as-written.ts'
import {expandIncludes} from './includes/expand-includes.ts'
import type {JoinedLine} from './includes/joined-text.ts'
import {placeIncluded} from './includes/place-included.ts'
import {listIncludedHtml} from './includes/rebase-html.ts'
import {limitCounts, limitShortcodes} from './limit-counts.ts'
import {limitMdastDepth, limitTextDepth} from './limit-depth.ts'
import {limitParagraphs} from './limit-paragraphs.ts'
import {pluginMessage} from './messages.ts'
import {mayHaveDirectives} from './native-text.ts'
import {type Notes, startNotes} from './notes.ts'
import {openProcessors} from './open-processors.ts'
import {pointAtAddresses} from './point-at-addresses.ts'
import {type PreparedText, prepareText} from './prepare-text.ts'
import {prepareTree} from './prepare-tree.ts'
import {hideShortcodes} from './shortcodes/hide-shortcodes.ts'
import {placeShortcodes} from './shortcodes/place-shortcodes.ts'
import {readCaptions} from './shortcodes/read-captions.ts'
import {closeUpContainers} from './spaced-containers.ts'
import type {Attaching} from './track-plugins.ts'
import {longText} from './writing/messages.ts'

/**
 * Compile the body of a source, alone: safe to call for many sources at once.
 *
 * @param block
 *   The front matter, which stays out of the body, and what it calls the text.
 * @returns
 *   The body, excerpt and facts (all empty after an error that ended the compilation), and the diagnostics
 *   `markdown/…` and those of plugins, in order of place, of one kind not more than `repeatsMax`. References in slots are percent-encoded as in an `href`.
 */
export type MarkdownCompiler = (
  source: Source,
  block: Pick<FrontMatterBlock, 'format' | 'bodyOffset'> & Pick<FrontMatter, 'title'>
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
  const prepare = prepareTree(options.html)
  const applyFeatures = featurePass(listFeatures(options))
  const processorFor = openProcessors(options, applyFeatures, attaching)

  return async (source, block) => {
    const {text: prepared, matter, bodyStart} = prepareText(source.text, block)
    const text = options.features.directives ? closeUpContainers(prepared, bodyStart) : prepared
    const notes = startNotes(source.path, matter)
    if (block.title !== undefined) notes.title = block.title
    if (source.vendored !== undefined) notes.vendored = source.vendored
    const includes: Includes = {diagnostics: []}
    const compiled = await compile(source, {text, bodyStart}, notes, includes)
    const placed = includes.lines === undefined ? compiled : placeIncluded(compiled, includes.lines)
    const {markdown, prose} = notes
    const value = {...placed.value, ...(markdown && {markdown}), ...(prose && {prose})}
    const others = [...includes.diagnostics, ...checkLength(source.path, value.facts)]
    const diagnostics =
      others.length === 0 ? placed.diagnostics : orderDiagnostics([...others, ...placed.diagnostics])
    return {value, diagnostics: limitRepeats(diagnostics)}
  }

  async function compile(
    source: Source,
    {text, bodyStart}: Pick<PreparedText, 'text' | 'bodyStart'>,
    notes: Notes,
    includes: Includes
  ): Promise<Checked<CompiledBody>> {
    try {
      const {tree, ready} = await parse({...source, text}, bodyStart, notes, includes.diagnostics)
      const {included} = source
      const joined = included && (await expand(tree, {...source, text, included}, notes, includes))
      const whole = joined ?? text
      if (joined !== undefined) limitTree(tree, whole)
      if (options.keepsMarkdown) {
        notes.markdown = cutMarkdown(tree, {text: whole, bodyStart, lines: includes.lines})
      }
      if (options.keepsProse) notes.prose = collectProse(tree)
      notes.parse = parseApart
      const file = fileOf(source, whole, notes)
      const asWritten = writtenReferences(source.path, includes.lines)
      if (isDirect) {
        prepare(tree, file)
        await applyFeatures(tree, file)
        const direct = await compileDirectly(tree, notes, options, async (blocks) => {
          const island = {...startNotes(source.path, notes.matter), ...alreadyDone(notes)}
          const islandFile = fileOf(source, String(file.value), island)
          const islandTree = await ready.run({type: 'root', children: [...blocks]}, islandFile)
          return {value: ready.stringify(islandTree, islandFile), diagnostics: island.diagnostics}
        })
        if (typeof direct === 'object')
          return {...direct, value: pointAtAddresses(direct.value, whole, asWritten)}
      }
      const value = ready.stringify(await ready.run(tree, file), file)
      return {value: pointAtAddresses(value, whole, asWritten), diagnostics: diagnosticsOf(notes)}
    } catch (error) {
      const failure = await failureOf(error, failing(source.path, notes))
      return {value: emptyBody, diagnostics: diagnosticsOf(notes, failure)}
    }

    // By name: V8 takes a function that is written where a property is set for one that lives long, and keeps all that it refers to.
    async function parseApart(value: string): Promise<Root> {
      return parseWith(await processorFor(value), fileOf(source, value, startNotes(source.path, 'none')))
    }
  }

  function failing(file: string, {plugin = attaching.plugin}: Notes): Failing {
    return {file, plugin, hasPlugins: hasPlugins(options), locate: options.locate}
  }

  /** Put into a tree what its text includes; returns the text that has it all. */
  async function expand(
    tree: Root,
    {path: article, text, included: files}: Source & Required<Pick<Source, 'included'>>,
    notes: Notes,
    includes: Includes
  ): Promise<string> {
    const parseIncluded = async (value: string): Promise<Checked<Root>> => {
      const diagnostics: Array<Diagnostic> = []
      try {
        const parsed = await parse({path: article, text: value}, 0, startNotes(article, 'none'), diagnostics)
        return {value: parsed.tree, diagnostics}
      } catch (error) {
        const failure = await failureOf(error, failing(article, notes))
        if (failure === undefined) throw error
        return {value: {type: 'root', children: []}, diagnostics: [failure]}
      }
    }
    const {diagnostics} = includes
    const joined = await expandIncludes(tree, {article, text, files, parse: parseIncluded, diagnostics})
    if (joined.text === text) return text
    includes.lines = joined.lines
    notes.includedHtml = listIncludedHtml(tree, joined.lines)
    return joined.text
  }

  /** The tree of a text, with nodes in the place of shortcodes; their diagnostics go to `diagnostics`. */
  async function parse(
    source: Source,
    bodyStart: number,
    notes: Notes,
    diagnostics: Array<Diagnostic>
  ): Promise<{readonly tree: Root; readonly ready: MarkdownProcessor}> {
    const {path, text} = source
    const hidden = options.features.shortcodes ? hideShortcodes(text, bodyStart) : undefined
    if (hidden !== undefined) limitShortcodes(hidden)
    const shown = hidden?.text ?? text
    limitTextDepth(shown)
    limitParagraphs(shown, bodyStart, options.features.directives && mayHaveDirectives(shown))
    const ready = await processorFor(shown)
    const tree = parseWith(ready, fileOf(source, shown, notes))
    if (hidden === undefined) return {tree, ready}
    const captions = await readCaptions(hidden, async (value) => {
      const caption = startNotes(path, 'none')
      const parsed = parseWith(await processorFor(value), fileOf(source, value, caption))
      if (caption.hasFormulas === true) notes.hasFormulas = true
      return parsed
    })
    placeShortcodes(tree, hidden, {file: path, captions, diagnostics})
    return {tree, ready}
  }
}

/** What became of an article's includes. */
interface Includes {
  /** With places in the files that they tell of. */
  readonly diagnostics: Array<Diagnostic>
  /** Where the lines of what is compiled are from; absent when they are the article's own. */
  lines?: ReadonlyArray<JoinedLine>
}

function parseWith(processor: MarkdownProcessor, file: VFile): Root {
  const tree: Node = processor.parse(file)
  if (!isMdastRoot(tree)) throw new Error(`Expected a root, found \`${tree.type}\``)
  limitTree(tree, String(file.value))
  return tree
}

/** Before anything else: all that follows recurses, and takes its time. */
function limitTree(tree: Root, text: string): void {
  limitMdastDepth(tree)
  limitCounts(tree, text.length)
}

function isMdastRoot(node: Node): node is Root {
  return node.type === 'root'
}

/** Of blocks that have been through all that is done to mdast. */
function alreadyDone({components, marker, includedHtml = []}: Notes): Partial<Notes> {
  return {
    isPrepared: true,
    areFeaturesApplied: true,
    components,
    includedHtml,
    ...(marker === undefined ? {} : {marker})
  }
}

function fileOf({path}: Source, text: string, notes: Notes): VFile {
  return new VFile({path, value: text, data: {notes}})
}

/** More take an hour and a half to read. */
const wordsMax = 20_000

function checkLength(file: string, {wordCount}: Facts): ReadonlyArray<Diagnostic> {
  return wordCount > wordsMax ? [longText(file, wordCount, wordsMax)] : []
}

function hasPlugins({remarkPlugins, rehypePlugins}: MarkdownOptions): boolean {
  return remarkPlugins.length + rehypePlugins.length > 0
}

function diagnosticsOf(notes: Notes, failure?: Diagnostic | undefined): ReadonlyArray<Diagnostic> {
  const reported = (notes.messages ?? []).map((message) => pluginMessage(notes.file, message))
  return orderDiagnostics([...notes.diagnostics, ...reported, ...(failure === undefined ? [] : [failure])])
}
