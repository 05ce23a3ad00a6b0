import {ParseError, parseTOML} from 'toml-eslint-parser'
import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {tooNested} from './limit-messages.ts'
import {duplicateKey, wrongSyntax} from './messages.ts'
import {tomlTree} from './toml-tree.ts'
import type {Origin, Parsed} from './tree.ts'
import {nestingMax} from './tree.ts'

/** Parse TOML 1.0. The parser stops at the first syntax error. */
export function parseToml(text: string, origin: Origin): Parsed {
  try {
    return tomlTree(parseTOML(text, {tomlVersion: '1.0'}), text, origin)
  } catch (error) {
    return {diagnostics: [problemOf(error, text, origin)]}
  }
}

function problemOf(error: unknown, text: string, origin: Origin): Diagnostic {
  // Parser and tree call themselves for every level of an array, and have no limit of their own.
  if (error instanceof RangeError) return tooNested(at(0), nestingMax)
  if (!(error instanceof ParseError)) throw error
  const where = at(Math.min(error.index, text.length))
  const isDuplicate = error.message.startsWith('Defining a key multiple times')
  return isDuplicate ? duplicateAt(error.index) : wrongSyntax(where, 'TOML', error.message)

  /** The parser does not tell where the first one is: on the nearest line above that begins alike. */
  function duplicateAt(offset: number): Diagnostic {
    const above = text.slice(0, offset).split('\n')
    const lineStart = offset - (above.pop() ?? '').length
    const beginning = beginningOf(text.slice(lineStart).split('\n', 1)[0] ?? '')
    const distance = above.length - above.findLastIndex((line) => beginningOf(line) === beginning)
    const isFound = distance <= above.length
    const key = beginning.replace(/^\[+/, '')
    return duplicateKey(where, key, isFound ? where.place.line - distance : undefined)
  }

  function at(offset: number): {readonly file: string; readonly place: Place} {
    return {file: origin.file, place: origin.placeOf(offset, offset + 1)}
  }
}

/** The key that a line defines, with the brackets before it when it is a table's. */
function beginningOf(line: string): string {
  return (line.split(/[=\]]/, 1)[0] ?? '').trim()
}
