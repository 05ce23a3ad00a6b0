import {Lexer} from 'yaml'
import {nestingMax, valueMax} from './tree.ts'

/** The limit that a text is over, and where. */
export interface Excess {
  readonly limit: 'nesting' | 'values'
  readonly offset: number
}

/** Tokens of the lexer, blanks and comments among them. A value with its key takes about seven. */
const tokenMax = valueMax * 10

/** The lexer makes a few tokens of a character at most. */
const unlexedLengthMax = tokenMax / 10

/** Tokens that mark scalars and documents, and are not part of the text. */
const markers: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f'])

/**
 * What in a YAML text would keep its parser busy for long, or overflow its stack.
 *
 * The parser calls itself for every level and makes an object with a stack trace for every mistake, so that both must
 * be known before it runs. Brackets are counted over the text, `- ` and `? ` within a line; what is nested by
 * indentation takes more text than a stack has room for.
 */
export function yamlExcess(text: string): Excess | undefined {
  // Most texts are too short for either limit: lexing would only be done twice.
  if (text.length <= unlexedLengthMax && countNesting(text) <= nestingMax) return undefined
  let offset = 0
  let tokenCount = 0
  let brackets = 0
  let indicators = 0
  for (const token of new Lexer().lex(text)) {
    tokenCount++
    if (token === '[' || token === '{') brackets++
    if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1)
    if (token === '-' || token === '?') indicators++
    if (token === '\n' || token === '\r\n') indicators = 0
    if (brackets + indicators > nestingMax) return {limit: 'nesting', offset}
    if (tokenCount > tokenMax) return {limit: 'values', offset}
    if (!markers.has(token)) offset += token.length
  }
  return undefined
}

/** At least the number of tokens that nest. */
function countNesting(text: string): number {
  return text.match(/[[{?-]/g)?.length ?? 0
}
