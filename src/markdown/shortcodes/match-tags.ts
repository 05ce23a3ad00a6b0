import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import type {Shortcode} from './find-shortcodes.ts'
import {isPaired} from './known-shortcodes.ts'
import {shortcodeNotClosed, shortcodeNotOpened} from './messages.ts'

/** The other end of each tag that has one. */
export type Mates = ReadonlyMap<Shortcode, Shortcode>

/**
 * Which tags belong together: the end of a name to its nearest beginning that is still open. All that was opened in between stands
 * alone.
 *
 * Diagnostics, all errors: `markdown/shortcode-not-opened`, and `markdown/shortcode-not-closed` for names that hold something.
 */
export function matchTags(
  tags: ReadonlyArray<Shortcode>,
  file: string
): {readonly mates: Mates; readonly diagnostics: ReadonlyArray<Diagnostic>} {
  const mates = new Map<Shortcode, Shortcode>()
  const diagnostics: Array<Diagnostic> = []
  const open: Array<Shortcode> = []
  const openCounts = new Map<string, number>()
  for (const tag of tags) {
    if (tag.kind === 'open') {
      open.push(tag)
      count(tag.name, 1)
    } else if (tag.kind === 'close') {
      if ((openCounts.get(tag.name) ?? 0) === 0) {
        diagnostics.push(shortcodeNotOpened({file, place: placeOfTag(tag)}, tag.name))
        continue
      }
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count(last.name, -1)
        if (last.name === tag.name) {
          mates.set(last, tag).set(tag, last)
          break
        }
        standAlone(last)
      }
    }
  }
  open.forEach(standAlone)
  return {mates, diagnostics}

  function count(name: string, change: number): void {
    openCounts.set(name, (openCounts.get(name) ?? 0) + change)
  }

  function standAlone(tag: Shortcode): void {
    if (isPaired(tag.name)) diagnostics.push(shortcodeNotClosed({file, place: placeOfTag(tag)}, tag.name))
  }
}

/** Where a tag stands. */
export function placeOfTag({start, end}: Pick<Shortcode, 'start' | 'end'>): Place {
  return {line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
}
