import fc from 'fast-check'
import {arbitraryDirectives} from '../markdown/arbitrary-directives.ts'
import {arbitraryMarkdown, arbitraryMutation} from '../markdown/arbitrary-markdown.ts'
import {arbitraryShortcodes} from '../markdown/arbitrary-shortcodes.ts'
import {materials} from './fuzz-limits.ts'

/** A change of the lines of a text: what is cut out, said twice, or put elsewhere. */
interface LineEdit {
  readonly kind: 'cut' | 'repeat' | 'move' | 'indent' | 'quote'
  /** Shares of the text. */
  readonly at: number
  readonly to: number
  readonly size: number
}

const share = fc.double({min: 0, max: 1, noNaN: true})

const lineEdit: fc.Arbitrary<LineEdit> = fc.record({
  kind: fc.constantFrom('cut', 'repeat', 'move', 'indent', 'quote'),
  at: share,
  to: share,
  size: fc.integer({min: 1, max: 6})
})

/** What somebody may come to write: generated, or made of real articles by edits of their lines and characters. */
export const arbitraryArticle: fc.Arbitrary<string> = fc.oneof(
  {weight: 2, arbitrary: arbitraryMarkdown},
  arbitraryDirectives,
  arbitraryShortcodes,
  {weight: 3, arbitrary: arbitraryMutation(materials)},
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...materials), fc.array(lineEdit, {minLength: 1, maxLength: 6}))
      .map(([text, edits]) => edits.reduce(editLines, text))
  }
)

function editLines(text: string, {kind, at, to, size}: LineEdit): string {
  const lines = text.split('\n')
  const start = Math.floor(at * lines.length)
  const chosen = lines.splice(start, size)
  const target = Math.floor(to * lines.length)
  if (kind === 'repeat') lines.splice(start, 0, ...chosen, ...chosen)
  if (kind === 'move') lines.splice(target, 0, ...chosen)
  if (kind === 'indent') lines.splice(start, 0, ...chosen.map((line) => `   ${line}`))
  if (kind === 'quote') lines.splice(start, 0, ...chosen.map((line) => `> ${line}`))
  return lines.join('\n')
}
