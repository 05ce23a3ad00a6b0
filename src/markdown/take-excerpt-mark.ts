import type {Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {notesOf} from './notes.ts'

const excerptMark = /^<!--\s*more\s*-->$/i

/** Whether a node is a `<!-- more -->` by itself. */
export function isExcerptMark(node: RootContent): boolean {
  return node.type === 'html' && excerptMark.test(node.value.trim())
}

/**
 * Note where the first `<!-- more -->` between blocks stands, and remove all of them.
 *
 * It is an offset rather than a node, because that outlives every policy for raw HTML and every plugin that wraps or
 * moves nodes; and the mark is gone before any of them could show it.
 */
export function takeExcerptMark(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const notes = notesOf(file)
    tree.children = tree.children.filter((node) => {
      const isMark = isExcerptMark(node)
      const offset = node.position?.start.offset
      if (isMark && offset !== undefined) notes.excerptEnd ??= offset
      return !isMark
    })
  }
}
