import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {warningAt} from '#src/diagnostics/problem-at.ts'
import {type Spot, shorten} from '../messages.ts'

/** A language that no grammar knows: ` ```pyhton `. */
export function unknownLanguage(spot: Spot, name: string, intended: string | undefined): Diagnostic {
  return warningAt(
    spot,
    'markdown/unknown-language',
    `Expected a known language of code, found \`${shorten(name)}\``,
    intended === undefined ? 'Write `text` for code without colors' : `Did you mean \`${intended}\`?`
  )
}

/** Code that its own language does not allow. */
export function brokenCode(spot: Spot, syntax: string, complaint: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/broken-code',
    `Expected ${syntax} that parses, found this: ${complaint}`,
    /^JSON does not support/.test(complaint)
      ? 'Call it `jsonc`, which may have comments and last commas'
      : 'Write `fragment` behind the language of code that is not to stand by itself'
  )
}

/** Lines in the meta of a code fence that are none: `{4-2}`. */
export function badLines(spot: Spot, found: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/bad-lines',
    `Expected lines such as \`{1,4-6}\`, found \`${shorten(found)}\``,
    'Lines count from 1; the first of a range comes first'
  )
}

/** Lines behind the last one: `{9}` for three lines. */
export function linesBeyondEnd(spot: Spot, found: string, lineCount: number): Diagnostic {
  return warningAt(
    spot,
    'markdown/lines-beyond-end',
    `Expected lines among the ${lineCount} of the block, found \`${shorten(found)}\``,
    'Lines of the block count from 1, whatever numbers are shown'
  )
}

/** A first line number that is none: `lineNumbers=x`. */
export function badLineNumber(spot: Spot, found: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/bad-line-number',
    `Expected the number of the first line, found \`${shorten(found)}\``,
    'Write `lineNumbers=5`, or `lineNumbers` to count from 1'
  )
}

/** An option of a code fence that is nearly one: `titel="a.js"`. */
export function unknownOption(spot: Spot, found: string, intended: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/unknown-code-option',
    `Expected a known option of code, found \`${shorten(found)}\``,
    `Did you mean \`${intended}\`?`
  )
}

/** A notation in a comment that marks nothing: `// [!code higlight]`. */
export function unknownNotation(spot: Spot, found: string, intended: string | undefined): Diagnostic {
  return warningAt(
    spot,
    'markdown/unknown-code-notation',
    `Expected a known mark of a line, found \`[!code ${shorten(found)}]\``,
    intended === undefined
      ? 'The text is left as it is; write `[\\!code …]` for such a text itself'
      : `Did you mean \`[!code ${intended}]\`?`
  )
}

/** A block in a group of code that has neither a title nor a language to be named by. */
export function unnamedCode(spot: Spot): Diagnostic {
  return warningAt(
    spot,
    'markdown/unnamed-code',
    'Expected a title for each block of code in a group, found none',
    'Write ` ```sh title="npm" `'
  )
}
