import type {Diagnostic} from './diagnostic.ts'

/** Whether a problem keeps the site from being written. */
export function isError({severity}: Pick<Diagnostic, 'severity'>): boolean {
  return severity === 'error'
}
