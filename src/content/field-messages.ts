import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {warningAt} from '#src/diagnostics/problem-at.ts'
import type {Where} from './messages.ts'

/** `title: ' '`. */
export function blankText(where: Where, field: string): Diagnostic {
  return warningAt(
    where,
    'content/blank-text',
    `Expected words for \`${field}\`, found blanks alone`,
    'Write them, or remove the line'
  )
}
