import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatterBlock} from '#src/model/front-matter.ts'
import {kindOf} from '#src/model/front-matter.ts'
import type {Source} from '#src/model/source.ts'
import {collectValues, noValues, type Values} from './collect-values.ts'
import {fieldNames} from './field-names.ts'
import {type FoundBlock, findBlock, isBlankLine} from './find-block.ts'
import {type FindPlace, placesIn} from './find-place.ts'
import {tooBlank, tooLarge} from './limit-messages.ts'
import {lateBlock, notMapping, quote, unclosedBlock, unknownLanguage} from './messages.ts'
import {type Language, parseBlock} from './parse-block.ts'
import type {Origin, Parsed, Tree} from './tree.ts'

/** UTF-16 code units of a block. */
const blockLengthMax = 1_000_000

/** Blanks and line ends in a row. Gray-matter's test for comments takes the square of such a run's length. */
const blankRunMax = 300

const blankRun = new RegExp(`^\\s{${blankRunMax}}`, 'm')

const languages: ReadonlyMap<string, Language> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json']
])

/**
 * Find and parse the front matter that `source` starts with.
 *
 * An opening `---` before an empty line is a thematic break, and all of the text is body, unless what follows is
 * closed and is empty or a mapping of names.
 *
 * @returns
 *   Diagnostics with places in the file: those of the fences and limits (`content/unclosed`,
 *   `content/unknown-language`, `content/too-large`, `content/too-blank`), `content/late-front-matter`, those of the parsers and of
 *   `collectValues`, and `content/not-a-mapping`. After an error in the syntax there is no data at all; of equal keys
 *   the first one counts.
 */
export function splitFrontMatter(source: Source): Checked<FrontMatterBlock> {
  const {path: file, text} = source
  const block = findBlock(text)
  if (!block) return withLate(source)
  const placeOf = placesIn(text.slice(0, block.bodyOffset))
  const mayBeBreak = block.marker === '---' && !block.language && isBlankLine(text, block.start)
  const problem = problemOf(block, text, file, placeOf)
  if (problem) return mayBeBreak ? withoutBlock : checked(block, noValues, [problem])

  // Same length, so that offsets hold. A copy, since a part of a text, as values are, keeps the whole of it in memory.
  const blockText = copyOf(text.slice(block.start, block.end)).replace(/\r(?!\n)/g, '\n')
  const origin: Origin = {file, placeOf: (start, end) => placeOf(block.start + start, block.start + end)}
  const parsed = parseBlock(blockText, languageOf(block) ?? 'yaml', origin)
  if (mayBeBreak && !isLikelyData(parsed, blockText)) return withoutBlock
  if (!parsed.tree) return checked(block, noValues, parsed.diagnostics)
  if (parsed.tree.kind !== 'mapping') {
    const {tree} = parsed
    const where = {file, place: origin.placeOf(tree.start, tree.end)}
    return checked(block, noValues, [...parsed.diagnostics, notMapping(where, kindOfTree(tree, blockText))])
  }
  const {values, diagnostics} = collectValues(parsed.tree, origin)
  return checked(block, values, [...parsed.diagnostics, ...diagnostics])
}

/** No front matter, with an error where there would be some but for the blank lines before it: a draft is not to be published for them. */
function withLate({path: file, text}: Source): Checked<FrontMatterBlock> {
  const offset = /^\s*\n/.exec(text)?.[0].length ?? 0
  const block = offset === 0 ? undefined : findBlock(text.slice(offset))
  if (block?.isClosed !== true || block.marker === '{') return withoutBlock
  const lines = text.slice(offset + block.start, offset + block.end).split('\n')
  if (!lines.some(isFieldLine)) return withoutBlock
  const place = placesIn(text.slice(0, offset + block.start))(offset, offset + block.fenceEnd)
  return {...withoutBlock, diagnostics: [lateBlock({file, place})]}
}

/** The same text in memory of its own, of which nothing is lost: half a pair is kept too. */
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text))
}

const withoutBlock: Checked<FrontMatterBlock> = {
  value: {...noValues, format: 'none', bodyOffset: 0},
  diagnostics: []
}

function checked(
  block: FoundBlock,
  values: Values,
  diagnostics: ReadonlyArray<Diagnostic>
): Checked<FrontMatterBlock> {
  return {value: {...values, format: formatOf(block), bodyOffset: block.bodyOffset}, diagnostics}
}

function formatOf(block: FoundBlock): FrontMatterBlock['format'] {
  return block.marker === '{' ? 'json-braces' : (languageOf(block) ?? 'none')
}

/** `undefined` when the author names a language that is no data. */
function languageOf({marker, language}: FoundBlock): Language | undefined {
  if (marker === '{') return 'json'
  if (marker === '+++') return 'toml'
  return language === undefined ? 'yaml' : languages.get(language.toLowerCase())
}

/** What keeps the block from being parsed. */
function problemOf(
  block: FoundBlock,
  text: string,
  file: string,
  placeOf: FindPlace
): Diagnostic | undefined {
  const {marker, language, fenceEnd, start, end} = block
  const fence = {file, place: placeOf(0, fenceEnd)}
  if (!languageOf(block)) {
    return unknownLanguage({file, place: placeOf(marker.length, fenceEnd)}, language ?? '')
  }
  if (!block.isClosed) return unclosedBlock(fence, marker === '{' ? '}' : marker)
  if (end - start > blockLengthMax) return tooLarge(fence, end - start, blockLengthMax)
  const run = blankRun.exec(text.slice(start, end))
  if (!run) return undefined
  const runStart = start + run.index
  return tooBlank({file, place: placeOf(runStart, runStart + blankRunMax)}, blankRunMax)
}

/** Whether the text between what may be two thematic breaks is front matter that begins with an empty line. */
function isLikelyData({tree, diagnostics}: Parsed, blockText: string): boolean {
  if (diagnostics.length > 0) return blockText.split('\n').some(isFieldLine)
  if (!tree) return true
  // `Text *a*: b` is a mapping for YAML, but prose for its author.
  return (
    tree.kind === 'mapping' &&
    [...tree.entries.keys()].every((key) => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(key))
  )
}

function isFieldLine(line: string): boolean {
  const [, name] = /^([^:=]*)[:=]/.exec(line) ?? []
  return name !== undefined && fieldNames.includes(name.trimEnd())
}

function kindOfTree(tree: Tree, blockText: string): string {
  if (tree.kind === 'list') return kindOf([])
  return tree.kind === 'scalar' && tree.value !== null
    ? quote(blockText.slice(tree.start, tree.end))
    : kindOf(null)
}
