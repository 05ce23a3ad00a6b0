import {codeFault} from '#src/diagnostics/code-fault.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {ResolvedConfig} from './check-config.ts'
import {findKey, type KeyPath} from './find-key.ts'
import {fixedCheck, unknownCheck} from './messages.ts'

/** `config/unknown-check` and `config/fixed-check` for rules that can have no effect. */
export function checkCodes(
  {checks: {site, sections}, file}: Pick<ResolvedConfig, 'checks' | 'file'>,
  text: string
): ReadonlyArray<Diagnostic> {
  const below = Object.entries(sections).flatMap(([name, rules]) =>
    Object.keys(rules).flatMap((code) => check(['sections', name, 'checks', code]))
  )
  return [...Object.keys(site).flatMap((code) => check(['checks', code])), ...below]

  function check(path: KeyPath): ReadonlyArray<Diagnostic> {
    const code = String(path.at(-1))
    const fault = codeFault(code)
    if (fault === undefined) return []
    const subject = {file, place: findKey(text, path), key: path.join('.')}
    return [fault.kind === 'fixed' ? fixedCheck(subject) : unknownCheck(subject, code, fault.intended)]
  }
}
