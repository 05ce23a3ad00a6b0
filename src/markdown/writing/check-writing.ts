import type {Heading, Root} from 'mdast'
import type {VFile} from 'vfile'
import type {HtmlPolicy} from '#src/model/markdown-options.ts'
import {listMdast} from '../list-nodes.ts'
import {notesOf} from '../notes.ts'
import {placeOf} from '../place-of.ts'
import {checkTags} from './check-tags.ts'
import {emptyAlt, emptyHeading, secondTitle, skippedLevel} from './messages.ts'

/**
 * Report what readers stumble over: `markdown/empty-alt`, `markdown/empty-heading`, `markdown/skipped-level` and `markdown/second-title`,
 * and what is wrong with raw HTML where it is one.
 */
export function checkWriting(html: HtmlPolicy): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const {diagnostics, file: path} = notesOf(file)
    for (const node of listMdast(tree)) {
      // A title is the caption of the figure, which tells what is seen.
      if (node.type === 'image' && (node.alt ?? '') === '' && (node.title ?? '') === '') {
        diagnostics.push(emptyAlt({file: path, place: placeOf(node)}, node.url))
      }
      if (node.type === 'heading' && isEmpty(node)) {
        diagnostics.push(emptyHeading({file: path, place: placeOf(node)}))
      }
    }
    checkLevels(tree, file)
    if (html !== 'escape') checkTags(tree, file)
  }
}

/** The first heading may have any level: what is around the text has headings too. */
function checkLevels({children}: Root, file: VFile): void {
  const {diagnostics, file: path} = notesOf(file)
  let before: Heading | undefined
  let title: Heading | undefined
  let isTold = false
  for (const node of children) {
    if (node.type !== 'heading') continue
    const spot = {file: path, place: placeOf(node)}
    if (before !== undefined && node.depth > before.depth + 1) {
      diagnostics.push(skippedLevel(spot, node.depth, before.depth))
    }
    if (node.depth === 1 && title !== undefined && !isTold) {
      // Who writes sections so does it everywhere.
      isTold = true
      diagnostics.push(secondTitle(spot, title.position?.start.line ?? 1))
    }
    if (node.depth === 1) title ??= node
    before = node
  }
}

function isEmpty({children}: Heading): boolean {
  return children.every((child) => child.type === 'text' && /^\s*(?:\{#[^}]*\})?\s*$/.test(child.value))
}
