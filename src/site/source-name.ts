import type {WrittenDate} from '#src/model/front-matter.ts'
import type {SourcePath} from '#src/model/source.ts'
import {isCalendarDay} from './dates.ts'

/** What a source's path says of it. */
export interface SourceName {
  /** `page` has an address of its own; `index` is the text of its folder's listing. */
  readonly kind: 'page' | 'index'
  /** Folders between `content/` and the file, in NFC; for a bundle without its own folder. */
  readonly folders: ReadonlyArray<string>
  /** File name without extension and date; of a bundle the name of its folder; empty for the root's own bundle. */
  readonly name: string
  /** A date at the head of the name: `2024-05-01-title.md`. */
  readonly day?: WrittenDate
  /** Whether the source is the `index.md` of a folder, whose files belong to the page. */
  readonly isBundle: boolean
}

const datedName = /^(\d{4}-\d{2}-\d{2})-(.+)$/

/** Read a path by the conventions of the content tree. */
export function sourceNameOf(path: SourcePath): SourceName {
  const folders = path.normalize('NFC').split('/').slice(1)
  const stem = (folders.pop() ?? '').replace(/\.[^.]*$/, '')
  if (stem === '_index') return {kind: 'index', folders, name: '', isBundle: false}
  const isBundle = stem === 'index'
  const fullName = isBundle ? (folders.pop() ?? '') : stem
  const [, day, name] = datedName.exec(fullName) ?? []
  if (day === undefined || name === undefined || !isCalendarDay(day))
    return {kind: 'page', folders, name: fullName, isBundle}
  return {kind: 'page', folders, name, day: day as WrittenDate, isBundle}
}

/** A file or folder name made readable: `metric-learning_tips` to `Metric learning tips`. */
export function readableName(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/[-_\s]+/gu, ' ')
    .trim()
  return words.replace(/^./u, (letter) => letter.toUpperCase())
}
