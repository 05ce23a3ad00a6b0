import {CycleError, UntrackedReadError} from '#src/graph/errors.ts'
import {MissingDocumentError} from '../store/document-store.ts'

/** Whether what a template or component threw came out of a question that it asked, and says nothing of itself. */
export function isOfEngine(problem: unknown): boolean {
  return [CycleError, UntrackedReadError, MissingDocumentError].some((kind) => problem instanceof kind)
}
