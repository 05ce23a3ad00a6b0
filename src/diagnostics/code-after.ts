import type {OwnCode} from './codes.ts'

/** What follows `Prefix` in the codes that begin with it. */
export type CodeAfter<Prefix extends string, Code = OwnCode> = Code extends `${Prefix}${infer Name}`
  ? Name
  : never
