import type {Root} from 'mdast'
import type {Point, Position} from 'unist'
import type {Checked, Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {inIncluded} from '#src/diagnostics/in-included.ts'
import {type IncludedFile, isMarkdownPath, type SourcePath} from '#src/model/source.ts'
import type {Spot} from '../messages.ts'
import {includedMax, levelsMax} from './find-included.ts'
import {resolveIncluded} from './included-path.ts'
import {
  escapedPath,
  type IncludeSpot,
  includeCycle,
  includeTooDeep,
  includeTooMuch,
  linesAndRegion,
  malformedLines,
  missingFile,
  missingLines,
  missingRegion,
  outsideFile,
  unclosedRegion,
  unusableFile
} from './messages.ts'
import {placeInFile} from './place-in-file.ts'
import {type Selection, selectText} from './select-text.ts'

/** What including files into one article takes and comes to. */
export interface Inclusion {
  /** Path of the article. */
  readonly article: SourcePath
  readonly files: ReadonlyMap<SourcePath, IncludedFile>
  /** The tree of an included text, and what is wrong with that, with places in it; empty where it cannot be parsed. */
  readonly parse: (text: string) => Promise<Checked<Root>>
  readonly diagnostics: Array<Diagnostic>
  /** Identifiers of footnotes that have a definition already. */
  readonly footnotes: Set<string>
  /** Files included so far. */
  fileCount: number
  /** UTF-16 code units included so far. */
  characterCount: number
}

/** A text that has includes: the article, or a file that it includes. */
export interface Including {
  /** The article and the files that include each other down to this text, which is the last. */
  readonly chain: readonly [SourcePath, ...Array<SourcePath>]
  readonly path: SourcePath
  /** As it was parsed. */
  readonly text: string
  /** The number in its file of each line; absent for the article itself. */
  readonly lineNumbers?: ReadonlyArray<number>
  /** Characters before each line in its file; absent for the article itself. */
  readonly indentation?: number
  /** Where the article includes it; absent for the article itself. */
  readonly place?: Place | undefined
}

/** An include as written. */
export interface Include extends Selection {
  readonly file: string
  /** Whether it becomes part of the text, and not code. */
  readonly isMarkdown: boolean
  /** The node that has it. */
  readonly position: Position | undefined
}

/** The text of an include, and where it is from. */
export interface IncludedText {
  readonly path: SourcePath
  readonly text: string
  /** The number in the file of each of its lines, 1-based. */
  readonly lineNumbers: ReadonlyArray<number>
  /** Characters before each line in the file. */
  readonly indentation: number
}

/** UTF-16 code units that an article may include: files that include others twice each would else fill any memory. */
const charactersMax = 10_000_000

/**
 * The text that is included.
 *
 * @returns
 *   `undefined` when there is none, for a reason that is among the diagnostics then.
 */
export function openInclude(
  include: Include,
  including: Including,
  inclusion: Inclusion
): IncludedText | undefined {
  const {files} = inclusion
  const path = resolveIncluded(including.path, include.file)
  const spotAt = (attribute: string): IncludeSpot => ({
    ...spotOf(attribute, include.position, including),
    target: path ?? include.file
  })
  if (path === undefined) return refuse(outsideFile(spotAt('file')))
  const file = files.get(path)
  const isKnown = file !== undefined || files.size < includedMax
  if (inclusion.fileCount >= includedMax || inclusion.characterCount > charactersMax || !isKnown) {
    // Said once: all that follows is as much too much.
    if (inclusion.fileCount !== Number.POSITIVE_INFINITY) {
      refuse(includeTooMuch(spotAt('file'), includedMax, charactersMax))
    }
    inclusion.fileCount = Number.POSITIVE_INFINITY
    return undefined
  }
  // Those that come to nothing count too: each is told of.
  inclusion.fileCount++
  if (include.isMarkdown && including.chain.includes(path)) {
    return refuse(includeCycle(spotAt('file'), [...including.chain, path]))
  }
  if (including.chain.length > levelsMax) return refuse(includeTooDeep(spotAt('file'), levelsMax))
  if (file === undefined) return refuse(escapedPath(spotAt('file')))
  if (file.kind === 'absent') return refuse(missingFile(spotAt('file'), file.near))
  if (file.kind === 'outside') return refuse(outsideFile(spotAt('file')))
  if (file.kind === 'unusable') return refuse(unusableFile(spotAt('file'), file.reason))
  const head = include.isMarkdown ? file.text.slice(0, file.bodyOffset) : ''
  const selected = selectText(file.text, include, {
    first: head.split(/\r\n?|\n/).length,
    isMarkdown: isMarkdownPath(path.toLowerCase()),
    isText: include.isMarkdown
  })
  if (selected.kind === 'text') {
    const {text, lineNumbers, indentation} = selected
    inclusion.characterCount += text.length
    return {path, text, lineNumbers, indentation}
  }
  const {region = '', lines = ''} = include
  if (selected.kind === 'missing-region') {
    return refuse(missingRegion(spotAt('region'), region, selected.known))
  }
  if (selected.kind === 'unclosed-region') return refuse(unclosedRegion(spotAt('region'), region))
  if (selected.kind === 'missing-lines') {
    return refuse(missingLines(spotAt('lines'), lines, selected.lineCount))
  }
  const isBoth = include.region !== undefined
  return refuse(isBoth ? linesAndRegion(spotAt('lines')) : malformedLines(spotAt('lines'), lines))

  function refuse(diagnostic: Diagnostic): undefined {
    tell(diagnostic, including, inclusion)
    return undefined
  }
}

/**
 * Note what is wrong in a text that has includes.
 *
 * @param diagnostic
 *   With the article as its file, and a place in the text.
 */
export function tell(diagnostic: Diagnostic, including: Including, {diagnostics}: Inclusion): void {
  const {chain, path, lineNumbers, indentation = 0, place: include} = including
  if (chain.length === 1) {
    diagnostics.push(diagnostic)
    return
  }
  const {place: inText, ...rest} = diagnostic
  const place = inText && placeInFile(inText, (line) => ({lineInFile: lineNumbers?.[line - 1], indentation}))
  diagnostics.push(inIncluded({...rest, ...(place && {place})}, {path, includedAt: include?.line ?? 1}))
}

/** Where an attribute of an include stands in its text, without the file that it names. */
export function spotOf(attribute: string, position: Position | undefined, {chain, text}: Including): Spot {
  return {file: chain[0], place: position && placeOfAttribute(text, position.start, attribute)}
}

/** The attribute in the first line of a node, as written; that line when it is not to be found there. */
function placeOfAttribute(text: string, {line, column, offset = 0}: Point, attribute: string): Place {
  const [first = ''] = text.slice(offset, endOfLine(text, offset)).split('\r', 1)
  const written = new RegExp(`\\b${attribute}\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'}]+)`).exec(first)
  const start = column + (written?.index ?? 0)
  return {line, column: start, endLine: line, endColumn: start + (written?.[0] ?? first).length}
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}
