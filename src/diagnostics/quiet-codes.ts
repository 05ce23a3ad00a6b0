import type {HintCode} from './codes.ts'

/** Those of the hints that are looked for only where the configuration says how bad they are to be. */
export const quietCodes: ReadonlyArray<QuietCode> = ['site/orphan']

export type QuietCode = Extract<HintCode, 'site/orphan'>
