import {codeFault} from './code-fault.ts'
import type {Diagnostic, Silence} from './diagnostic.ts'
import {fixedCode, missingReason, unknownCode, unusedIgnore} from './messages.ts'
import type {Spot} from './problem-at.ts'

/** What a comment begins with that silences a problem; followed by `-file` it does so in the whole file. */
export const ignoreWord = 'galley-ignore'

/** An ignore as it is written. */
export interface WrittenIgnore {
  readonly spot: Spot
  /** What the comment says, from `galley-ignore` on. */
  readonly text: string
  /** The lines that it is for, unless it is for the whole file. */
  readonly lines: NonNullable<Silence['lines']>
}

/**
 * The diagnostics that stand for an ignore, `galley-ignore code: reason`: `checks/unused-ignore`, which goes when a problem is silenced,
 * and `checks/missing-reason`; for one that can silence nothing `checks/unknown-code` or `checks/fixed-code`.
 */
export function readIgnore({spot, text, lines}: WrittenIgnore): ReadonlyArray<Diagnostic> {
  const [, word = '', code = '', reason = ''] = written.exec(text) ?? []
  const fault = code === '' ? {kind: 'unknown' as const, intended: undefined} : codeFault(code)
  if (fault?.kind === 'fixed') return [fixedCode(spot, code)]
  if (fault !== undefined) return [unknownCode(spot, code, fault.intended)]
  const ignore = unusedIgnore(spot, word === ignoreWord ? {code, lines} : {code})
  return reason.trim() === '' ? [ignore, missingReason(spot, code)] : [ignore]
}

const written = /^(\S+)\s*([^\s:]*)(?:\s*:([\s\S]*))?/
