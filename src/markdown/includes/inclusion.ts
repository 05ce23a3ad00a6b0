import type {Root} from 'mdast'
import type {Point, Position} from 'unist'
import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import type {IncludedFile, SourcePath} from '#src/model/source.ts'
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
import {type Selection, selectText} from './select-text.ts'

/** What including files into one article takes and comes to. */
export interface Inclusion {
  /** Path of the article. */
  readonly article: SourcePath
  readonly files: ReadonlyMap<SourcePath, IncludedFile>
  readonly parse: (text: string) => Promise<Root>
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
  const {files, diagnostics} = inclusion
  const path = resolveIncluded(including.path, include.file)
  const spotAt = (attribute: string): IncludeSpot => ({
    ...spotOf(attribute, include.position, including, inclusion),
    target: path ?? include.file
  })
  if (path === undefined) return refuse(outsideFile(spotAt('file')))
  const file = files.get(path)
  const isKnown = file !== undefined || files.size < includedMax
  if (inclusion.fileCount >= includedMax || inclusion.characterCount > charactersMax || !isKnown) {
    // Said once: all that follows is as much too much.
    if (inclusion.fileCount !== Number.POSITIVE_INFINITY) {
      diagnostics.push(includeTooMuch(spotAt('file'), includedMax, charactersMax))
    }
    inclusion.fileCount = Number.POSITIVE_INFINITY
    return undefined
  }
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
    isMarkdown: /\.(?:md|markdown)$/i.test(path),
    isText: include.isMarkdown
  })
  if (selected.kind === 'text') {
    const {text, lineNumbers} = selected
    inclusion.fileCount++
    inclusion.characterCount += text.length
    return {path, text, lineNumbers}
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
    diagnostics.push(diagnostic)
    return undefined
  }
}

/** Where an attribute of an include stands in the article, without the file that it names. */
export function spotOf(
  attribute: string,
  position: Position | undefined,
  including: Including,
  {article}: Pick<Inclusion, 'article'>
): Omit<IncludeSpot, 'target'> {
  if (including.chain.length > 1) {
    const line = including.lineNumbers?.[(position?.start.line ?? 0) - 1]
    const via = line === undefined ? including.path : `${including.path}:${line}`
    return {file: article, place: including.place, via}
  }
  const place = position && placeOfAttribute(including.text, position.start, attribute)
  return {file: article, place, via: undefined}
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
