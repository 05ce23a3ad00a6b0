import type {Drawing} from './drawing.ts'
import type {OutputPath} from './route.ts'
import type {SourcePath} from './source.ts'

/** What one file below the output folder is made of: text, a file of the site, or a drawing; with its hash. */
export type Output =
  | {readonly kind: 'text'; readonly path: OutputPath; readonly text: string; readonly hash: string}
  | {readonly kind: 'copy'; readonly path: OutputPath; readonly source: SourcePath; readonly hash: string}
  | {
      readonly kind: 'drawing'
      readonly path: OutputPath
      readonly drawing: Drawing
      /** Files of fonts, the best first. */
      readonly fonts: ReadonlyArray<SourcePath>
      /** Of drawing and fonts: that of the bytes is known when they are made. */
      readonly hash: string
    }
