import {type ParsedNode, parseDocument} from 'yaml'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {findUnclosed} from './find-unclosed.ts'
import {tooManyValues, tooNested} from './limit-messages.ts'
import {tabIndentation, unknownTag, wrongSyntax} from './messages.ts'
import type {Origin, Parsed} from './tree.ts'
import {nestingMax, valueMax} from './tree.ts'
import {yamlExcess} from './yaml-excess.ts'
import {yamlTree} from './yaml-tree.ts'

/** Syntax errors reported of one block; what follows is mostly the first ones' echo. */
const syntaxErrorsMax = 5

type Syntax = 'YAML' | 'JSON'

/** Parse YAML 1.2 of the core schema: dates, `yes` and `0777` are no values of their own kind. */
export function parseYaml(text: string, origin: Origin): Parsed {
  return parseDocumentOf(text, 'YAML', origin)
}

/**
 * Parse JSON with the YAML parser, since YAML 1.2 contains JSON, and the parser gives places and all errors at once.
 *
 * So YAML's liberties (comments, a last comma, names without quotes) are accepted here too.
 */
export function parseJson(text: string, origin: Origin): Parsed {
  // JSON may indent by tabs, which YAML may not; within JSON's strings there are none.
  return parseDocumentOf(text.replaceAll('\t', ' '), 'JSON', origin)
}

/** Parse a text in whatever form, by way of a document of `yaml`. */
export function parseDocumentOf(text: string, syntax: Syntax, origin: Origin): Parsed {
  const excess = yamlExcess(text)
  if (excess) {
    const where = at(excess.offset, excess.offset + 1)
    const isNested = excess.limit === 'nesting'
    return {diagnostics: [isNested ? tooNested(where, nestingMax) : tooManyValues(where, valueMax)]}
  }

  const document = parseDocument<ParsedNode>(text, {
    version: '1.2',
    schema: 'core',
    // Sets, binaries and timestamps are no JSON.
    resolveKnownTags: false,
    stringKeys: true,
    // The parser compares every key with every other; `yamlTree` looks them up, and knows where the first one is.
    uniqueKeys: false,
    prettyErrors: false,
    // Anything more silent hides the error for a second document.
    logLevel: 'error'
  })
  if (document.errors.length > 0) return {diagnostics: syntaxErrors(document.errors)}
  const tags = document.warnings.map(({pos: [start, end]}) =>
    unknownTag(at(start, end), text.slice(start, end))
  )
  if (tags.length > 0) return {diagnostics: tags.slice(0, syntaxErrorsMax)}
  return document.contents ? yamlTree(document.contents, syntax, origin) : {diagnostics: []}

  /** One error a line, because a single slip mostly makes the parser complain several times. */
  function syntaxErrors(errors: typeof document.errors): ReadonlyArray<Diagnostic> {
    const byLine = new Map<number, Diagnostic>()
    for (const {pos, code, message} of errors) {
      const isUnclosed = /^Missing closing|\bend with a [\]}]/.test(message)
      const where = isUnclosed ? atOpening(pos[0]) : at(...withinText(pos))
      const slip = isUnclosed ? 'MISSING_CHAR' : / at node end$/.test(message) ? 'AT_NODE_END' : code
      if (byLine.size >= syntaxErrorsMax) break
      if (byLine.has(where.place.line)) continue
      const tab = syntax === 'YAML' ? indentingTab(text, pos[0]) : undefined
      const problem =
        tab === undefined
          ? wrongSyntax(where, syntax, complaints[code] ?? message, hints[slip])
          : tabIndentation(at(tab, tab + 1))
      byLine.set(where.place.line, problem)
    }
    return [...byLine.values()]
  }

  /** The quote or bracket that is still open, rather than where the parser stopped to wait for the other one. */
  function atOpening(end: number): ReturnType<typeof at> {
    const [start] = withinText([end, end])
    const opening = findUnclosed(text, end) ?? start
    return at(opening, opening + 1)
  }

  /** The end of the text is on the line of the closing fence: what is missing there belongs after the last line. */
  function withinText([start, end]: readonly [number, number]): readonly [number, number] {
    const last = Math.max(0, text.trimEnd().length - 1)
    return start > last ? [last, last + 1] : [start, end]
  }

  function at(
    start: number,
    end: number
  ): {readonly file: string; readonly place: ReturnType<Origin['placeOf']>} {
    return {file: origin.file, place: origin.placeOf(start, end)}
  }
}

/** Where the parser's sentence speaks of its own interface; by its error code. */
const complaints: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second document begins',
  NON_STRING_KEY: 'a key is a list, a mapping or an alias'
}

/** The way out of the slips that authors make most; by error code of `yaml`, which has none of its own for what follows a value: `[WIP] a title`, `'It's mine'`. */
const hints: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put a value that contains `: ` in quotes, and indent the keys of one mapping alike',
  BAD_SCALAR_START: 'Put a value that starts with this character in quotes',
  MULTILINE_IMPLICIT_KEY: 'Write `name: value`, and indent the lines of a long value',
  AT_NODE_END: 'Put the whole value in quotes',
  MISSING_CHAR: 'Close what was opened, and write a colon and a space after a name',
  BAD_DQ_ESCAPE: 'Write `\\\\` for a backslash, or put the value in single quotes',
  MULTIPLE_DOCS: 'Front matter is one document: remove the line with `---` or `...`'
}

/** Offset of a tab in the indentation of the line that `offset` is on. */
function indentingTab(text: string, offset: number): number | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const indentation = /[ \t]*/y
  indentation.lastIndex = lineStart
  const tab = (indentation.exec(text)?.[0] ?? '').indexOf('\t')
  return tab === -1 ? undefined : lineStart + tab
}
