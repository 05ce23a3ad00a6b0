import {closest} from './closest.ts'
import {hintCodes, warningCodes} from './codes.ts'
import {errorCodes} from './error-codes.ts'

/** What a name that is meant as a code can be. */
export type CodeFault =
  /** Its problems make the output wrong, so that nothing can make less of them. */
  {readonly kind: 'fixed'} | {readonly kind: 'unknown'; readonly intended: string | undefined}

/**
 * Why the problems of a code cannot be given another severity; `undefined` when they can. What begins like no stage of Galley's is taken
 * for the code of a plugin, unless it is nearly one of Galley's.
 */
export function codeFault(code: string): CodeFault | undefined {
  if (tunableCodes.includes(code)) return undefined
  if (fixedCodes.includes(code)) return {kind: 'fixed'}
  const known = [...tunableCodes, ...fixedCodes]
  const intended = closest(code, known)
  const [stage = '', name = ''] = code.split('/')
  const isForeign = name !== '' && known.every((one) => !one.startsWith(`${stage}/`))
  return intended === undefined && isForeign ? undefined : {kind: 'unknown', intended}
}

const fixedCodes: ReadonlyArray<string> = errorCodes
const tunableCodes: ReadonlyArray<string> = [...warningCodes, ...hintCodes]
