import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {at, type Spot, shorten} from '../messages.ts'

/** A language that no grammar knows: ` ```pyhton `. */
export function unknownLanguage(spot: Spot, name: string, intended: string | undefined): Diagnostic {
  return {
    code: 'markdown/unknown-language',
    severity: 'warning',
    reason: `Expected a known language of code, found \`${shorten(name)}\``,
    ...at(spot),
    hint: intended === undefined ? 'Write `text` for code without colors' : `Did you mean \`${intended}\`?`
  }
}

/** Lines in the meta of a code fence that are none: `{4-2}`. */
export function badLines(spot: Spot, found: string): Diagnostic {
  return {
    code: 'markdown/bad-lines',
    severity: 'warning',
    reason: `Expected lines such as \`{1,4-6}\`, found \`${shorten(found)}\``,
    ...at(spot),
    hint: 'Lines count from 1; the first of a range comes first'
  }
}

/** Lines behind the last one: `{9}` for three lines. */
export function linesBeyondEnd(spot: Spot, found: string, lineCount: number): Diagnostic {
  return {
    code: 'markdown/lines-beyond-end',
    severity: 'warning',
    reason: `Expected lines among the ${lineCount} of the block, found \`${shorten(found)}\``,
    ...at(spot),
    hint: 'Lines of the block count from 1, whatever numbers are shown'
  }
}

/** A first line number that is none: `lineNumbers=x`. */
export function badLineNumber(spot: Spot, found: string): Diagnostic {
  return {
    code: 'markdown/bad-line-number',
    severity: 'warning',
    reason: `Expected the number of the first line, found \`${shorten(found)}\``,
    ...at(spot),
    hint: 'Write `lineNumbers=5`, or `lineNumbers` to count from 1'
  }
}

/** An option of a code fence that is nearly one: `titel="a.js"`. */
export function unknownOption(spot: Spot, found: string, intended: string): Diagnostic {
  return {
    code: 'markdown/unknown-code-option',
    severity: 'warning',
    reason: `Expected a known option of code, found \`${shorten(found)}\``,
    ...at(spot),
    hint: `Did you mean \`${intended}\`?`
  }
}

/** A notation in a comment that marks nothing: `// [!code higlight]`. */
export function unknownNotation(spot: Spot, found: string, intended: string | undefined): Diagnostic {
  return {
    code: 'markdown/unknown-code-notation',
    severity: 'warning',
    reason: `Expected a known mark of a line, found \`[!code ${shorten(found)}]\``,
    ...at(spot),
    hint:
      intended === undefined
        ? 'The text is left as it is; write `[\\!code …]` for such a text itself'
        : `Did you mean \`[!code ${intended}]\`?`
  }
}

/** A block in a group of code that has neither a title nor a language to be named by. */
export function unnamedCode(spot: Spot): Diagnostic {
  return {
    code: 'markdown/unnamed-code',
    severity: 'warning',
    reason: 'Expected a title for each block of code in a group, found none',
    ...at(spot),
    hint: 'Write ` ```sh title="npm" `'
  }
}
