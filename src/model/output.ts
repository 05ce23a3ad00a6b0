import type {OutputPath} from './route.ts'
import type {SourcePath} from './source.ts'

/** The bytes for one file below the output folder: text, or those of a file of the site; with their hash. */
export type Output =
  | {readonly kind: 'text'; readonly path: OutputPath; readonly text: string; readonly hash: string}
  | {readonly kind: 'copy'; readonly path: OutputPath; readonly source: SourcePath; readonly hash: string}
