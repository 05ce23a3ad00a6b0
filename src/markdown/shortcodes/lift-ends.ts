import type {Paragraph, RootContent, Table} from 'mdast'
import type {Shortcode} from './find-shortcodes.ts'
import {type HiddenShortcodes, splitHidden} from './hide-shortcodes.ts'
import type {Mates} from './match-tags.ts'

/** What tells which ends are to be lifted. */
interface Lifting {
  readonly hidden: HiddenShortcodes
  readonly mates: Mates
}

/**
 * Take the end of a shortcode, with all that follows, out of the last paragraph in a list or quote, or out of a table, when it ends what
 * began before, and stands no further in than that list, quote or table: by Markdown's rules any line goes on with what is open until an
 * empty one.
 *
 * @returns
 *   What was taken out, at most one paragraph.
 */
export function liftEnds(block: RootContent, lifting: Lifting): ReadonlyArray<RootContent> {
  if (block.type === 'table') return liftRows(block, lifting)
  if (block.type !== 'list' && block.type !== 'blockquote') return []
  const paragraph = lastParagraph(block)
  if (paragraph === undefined) return []
  for (const [index, child] of paragraph.children.entries()) {
    if (child.type !== 'text') continue
    const cut = child.value.split('\n').findIndex((line) => isEnd(line, block, lifting))
    // The first line of a text goes on with what stands before it.
    if (cut === -1 || (cut === 0 && index > 0)) continue
    const lines = child.value.split('\n')
    const rest = paragraph.children.splice(index + 1)
    child.value = lines.slice(0, cut).join('\n')
    if (child.value === '') paragraph.children.pop()
    const {end} = child.position ?? {}
    const position = end === undefined ? {} : {position: {start: end, end}}
    return [
      {
        type: 'paragraph',
        children: [{type: 'text', value: lines.slice(cut).join('\n'), ...position}, ...rest]
      }
    ]
  }
  return []
}

function liftRows(table: Table, lifting: Lifting): ReadonlyArray<RootContent> {
  const lineOf = ({position}: RootContent): string =>
    lifting.hidden.text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
  const cut = table.children.findIndex((row) => isEnd(lineOf(row), table, lifting))
  if (cut === -1) return []
  const value = table.children
    .splice(cut)
    .map((row) => lineOf(row).trim())
    .join('\n')
  const {end} = table.position ?? {}
  const position = end === undefined ? {} : {position: {start: end, end}}
  return [{type: 'paragraph', children: [{type: 'text', value, ...position}], ...position}]
}

/** Whether a line starts with the end of something that began before a block, and stands no further in. */
function isEnd(line: string, {position}: RootContent, {hidden, mates}: Lifting): boolean {
  const [part] = splitHidden(line.trimStart(), hidden)
  const tag: Shortcode | undefined = part !== undefined && 'shortcode' in part ? part.shortcode : undefined
  const beginning = tag?.kind === 'close' ? mates.get(tag) : undefined
  const {offset, column} = position?.start ?? {}
  if (tag === undefined || beginning === undefined || offset === undefined || column === undefined)
    return false
  return beginning.start.offset < offset && tag.start.column <= column
}

/** The paragraph at the very end of a block. */
function lastParagraph(block: RootContent): Paragraph | undefined {
  let node: RootContent | undefined = block
  while (node !== undefined && 'children' in node && node.type !== 'paragraph') node = node.children.at(-1)
  return node?.type === 'paragraph' ? node : undefined
}
