import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'

/** A source whose bytes are no UTF-8. */
export function notUtf8(file: string, offset: number, likely: string): Diagnostic {
  return {
    code: 'build/not-utf8',
    severity: 'error',
    reason: `Expected UTF-8 text, found another byte sequence at byte ${offset} (it looks like ${likely})`,
    file,
    hint: 'Save the file as UTF-8'
  }
}

/** A NUL byte, which no text has. */
export function nulByte(file: string, offset: number): Diagnostic {
  return {
    code: 'build/nul-byte',
    severity: 'error',
    reason: `Expected text, found a NUL byte at byte ${offset}`,
    file,
    hint: 'Is this a binary file, or UTF-16? Save it as UTF-8 text'
  }
}

/** A text that would take more memory and time than there is. Both lengths are in bytes. */
export function tooLargeText(file: string, length: number, max: number): Diagnostic {
  return errorAt(
    {file},
    'build/too-large-text',
    `Expected a text of at most ${megabytes(max)} MB, found ${megabytes(length)} MB`,
    'Divide it, or put it into `public/` and link to it'
  )
}

/** With one digit behind the point where there is a part, and never less than there is. */
function megabytes(length: number): number {
  return Math.ceil(length / 100_000) / 10
}
