import type {Diagnostic, Silence} from './diagnostic.ts'
import {type Spot, warningAt} from './problem-at.ts'

/** A comment that silences a problem, told of as long as it has silenced none. */
export function unusedIgnore(spot: Spot, silences: Silence): Diagnostic {
  const where = silences.lines === undefined ? 'in this file' : 'here'
  return {
    ...warningAt(
      spot,
      'checks/unused-ignore',
      `Expected a problem \`${silences.code}\` ${where}, found none to ignore`,
      'Remove the comment'
    ),
    silences
  }
}

/** A comment that silences a problem and does not say why. */
export function missingReason(spot: Spot, code: string): Diagnostic {
  return warningAt(
    spot,
    'checks/missing-reason',
    `Expected a reason for ignoring \`${code}\`, found none`,
    `Write it behind a colon: \`${code}: why it is right as it is\``
  )
}

/** A comment for a code that there is not. */
export function unknownCode(spot: Spot, code: string, intended: string | undefined): Diagnostic {
  return warningAt(
    spot,
    'checks/unknown-code',
    `Expected the code of a problem to ignore, found ${code === '' ? 'none' : `\`${code}\``}`,
    intended === undefined ? 'It stands behind each problem' : `Did you mean \`${intended}\`?`
  )
}

/** A comment for the code of an error. */
export function fixedCode(spot: Spot, code: string): Diagnostic {
  return warningAt(
    spot,
    'checks/fixed-code',
    `Expected the code of a warning or hint to ignore, found \`${code}\`, which is an error`,
    'Where there is such an error, the output would be wrong: mend it'
  )
}
