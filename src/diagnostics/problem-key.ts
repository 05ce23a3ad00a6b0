import type {Diagnostic} from './diagnostic.ts'

/** What two diagnostics have in common that tell of one problem: their hints may differ. */
export function problemKey({code, file, place, reason}: Diagnostic): string {
  return JSON.stringify([code, file, place?.line, place?.column, reason])
}
