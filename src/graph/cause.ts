import type {Key} from './query.ts'

/** A changed answer that made another query run. */
export interface Cause {
  readonly key: Key
  /** Answers before and after as JSON, where both are held. */
  readonly before?: string
  readonly after?: string
}
