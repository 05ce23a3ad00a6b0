import type {Heading, Html, Nodes, Root} from 'mdast'
import type {VFile} from 'vfile'
import type {HtmlPolicy} from '#src/model/markdown-options.ts'
import {notesOf} from '../notes.ts'
import {placeOf} from '../place-of.ts'
import {checkEnd} from './check-ends.ts'
import {checkMailAddresses} from './check-mail-addresses.ts'
import {checkNesting} from './check-nesting.ts'
import {checkTags} from './check-tags.ts'
import {isSameTitle} from './is-same-title.ts'
import {emptyAlt, emptyHeading, secondTitle, skippedLevel, titleTwice} from './messages.ts'

/**
 * Report what readers stumble over: `markdown/empty-alt`, `markdown/empty-heading`, `markdown/skipped-level`, `markdown/second-title` and
 * `markdown/title-twice`, `markdown/unclosed-code` and `markdown/unclosed-comment`, and what is wrong with raw HTML where it is one.
 */
export function checkWriting(html: HtmlPolicy): (nodes: ReadonlyArray<Nodes>, file: VFile) => void {
  return (nodes, file) => {
    const {diagnostics, file: path} = notesOf(file)
    const raw: Array<Html> = []
    for (const node of nodes) {
      if (node.type === 'html') raw.push(node)
      if (node.type === 'html' || node.type === 'code') checkEnd(node, file)
      // A title is the caption of the figure, which tells what is seen.
      if (node.type === 'image' && (node.alt ?? '') === '' && (node.title ?? '') === '') {
        diagnostics.push(emptyAlt({file: path, place: placeOf(node)}, node.url))
      }
      if (node.type === 'heading' && isEmpty(node)) {
        diagnostics.push(emptyHeading({file: path, place: placeOf(node)}))
      }
    }
    checkMailAddresses(nodes, file)
    const [root] = nodes
    if (root?.type === 'root') checkLevels(root, file)
    if (html === 'escape' || raw.length === 0) return
    checkTags(raw, file)
    checkNesting(nodes, file)
  }
}

/** The first heading may have any level: what is around the text has headings too. */
function checkLevels({children}: Root, file: VFile): void {
  const {diagnostics, file: path, title: given} = notesOf(file)
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
    if (node.depth === 1 && title === undefined && given !== undefined && isSameTitle(node, given)) {
      diagnostics.push(titleTwice(spot))
    }
    if (node.depth === 1) title ??= node
    before = node
  }
}

function isEmpty({children}: Heading): boolean {
  return children.every((child) => child.type === 'text' && /^\s*(?:\{#[^}]*\})?\s*$/.test(child.value))
}
