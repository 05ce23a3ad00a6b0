import type {Parents, Root, RootContent} from 'mdast'
import {listMdast} from '../list-nodes.ts'
import type {Shortcode} from './find-shortcodes.ts'
import type {HiddenShortcodes} from './hide-shortcodes.ts'
import {type Joining, joinItems} from './join-items.ts'
import {liftEnds} from './lift-ends.ts'
import {matchTags, placeOfTag} from './match-tags.ts'
import {brokenShortcode} from './messages.ts'
import {restoreFields} from './restore-fields.ts'
import {type Item, splitHtml, splitTexts} from './split-nodes.ts'
import {splitParagraph} from './split-paragraph.ts'

/**
 * Put nodes in the place of the shortcodes that were hidden from the parser.
 *
 * Diagnostics, all errors: `markdown/broken-shortcode`, `markdown/misplaced-shortcode`, `markdown/shortcode-torn`, and those of
 * `matchTags`. Throws `TooDeepError`.
 */
export function placeShortcodes(
  tree: Root,
  hidden: HiddenShortcodes,
  {file, captions, diagnostics}: Pick<Joining, 'file' | 'captions' | 'diagnostics'>
): void {
  const tags = collectTags(tree, hidden, (tag) => {
    diagnostics.push(brokenShortcode({file, place: placeOfTag(tag)}, tag.written))
  })
  const {mates, ...matched} = matchTags(tags, file)
  diagnostics.push(...matched.diagnostics)
  placeIn(tree, {hidden, mates, captions, file, diagnostics})
}

/** Tags in texts and between elements of HTML, in the order of the text. */
function collectTags(
  tree: Root,
  hidden: HiddenShortcodes,
  onBroken: (shortcode: Shortcode) => void
): ReadonlyArray<Shortcode> {
  return listMdast(tree)
    .flatMap((node): ReadonlyArray<Item> => {
      if (node.type === 'text') return splitTexts([node], hidden, onBroken)
      return node.type === 'html' ? splitHtml(node, hidden) : []
    })
    .flatMap((item) => ('tag' in item ? [item.tag] : []))
    .sort((a, b) => a.start.offset - b.start.offset)
}

/** Put nodes in the place of all tags below `parent`. */
function placeIn(parent: Parents, joining: Joining): void {
  const {hidden} = joining
  const isFlow = flowTypes.has(parent.type) || parent.children.some(({type}) => type === 'paragraph')
  const given: ReadonlyArray<RootContent> = parent.children
  const children = isFlow ? given.flatMap((child) => [child, ...liftEnds(child, joining)]) : given
  const items = children.flatMap((child): ReadonlyArray<Item> => {
    if (isFlow && child.type === 'html') {
      const parts = splitHtml(child, hidden)
      for (const part of parts) if ('node' in part) restoreFields(part.node, joining)
      return parts
    }
    if ('children' in child) placeIn(child, joining)
    if (child.type !== 'text') restoreFields(child, joining)
    return [{node: child}]
  })
  // The blocks around a paragraph split it.
  if (parent.type === 'paragraph') return
  const split = isFlow ? items.flatMap((item) => splitParagraph(item, joining)) : splitTexts(children, hidden)
  // What takes the place of a tag may stand where the tag stood.
  parent.children = joinItems(split, isFlow ? 'block' : 'inline', joining) as typeof parent.children
}

/** Nodes whose children are blocks. */
const flowTypes: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'containerDirective'
])
