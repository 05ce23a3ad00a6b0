import type {Html, Nodes, Parents, Root} from 'mdast'
import type {Position} from 'unist'
import type {VFile} from 'vfile'
import type {Silence} from '#src/diagnostics/diagnostic.ts'
import {ignoreWord, readIgnore} from '#src/diagnostics/read-ignore.ts'
import {TooManyError} from './limit-counts.ts'
import {listMdast} from './list-nodes.ts'
import {notesOf} from './notes.ts'
import {placeOf, pointBehind} from './place-of.ts'

const ignores = new RegExp(`<!--\\s*(${ignoreWord}(?:-file)?(?=[\\s-])[\\s\\S]*?)-->`, 'g')

/** Each is held against all problems of its file; whoever has more means the whole file. */
const ignoresMax = 1000

/** Whether a node is nothing but ignores. */
export function isIgnoreNode(node: Nodes): node is Html {
  return (
    node.type === 'html' && node.value.includes(ignoreWord) && node.value.replace(ignores, '').trim() === ''
  )
}

/**
 * Note what `<!-- galley-ignore code: reason -->` silences, and take these comments out of the text: those between blocks are for the
 * block that follows, all others for their own line and the next. Throws `TooManyError`.
 */
export function takeIgnores(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    if (!String(file.value).includes(ignoreWord)) return
    const {diagnostics, file: path} = notesOf(file)
    let count = 0
    for (const node of listMdast(tree)) {
      if (node.type === 'html') take(node, ownLines(node.position))
      else if ('children' in node) takeFrom(node)
    }

    function takeFrom(parent: Parents): void {
      const taken = new Set<Nodes>(parent.children.filter(isIgnoreNode))
      if (taken.size === 0) return
      let next: Nodes | undefined
      // From the end, where what follows is known.
      for (const node of parent.children.toReversed()) {
        if (!isIgnoreNode(node)) next = isBetweenBlocks(parent) ? node : undefined
        else take(node, {...ownLines(node.position), ...lastLineOf(next)})
      }
      Object.assign(parent, {children: parent.children.filter((node) => !taken.has(node))})
    }

    function take(node: Html, lines: NonNullable<Silence['lines']>): void {
      node.value = node.value.replace(ignores, (comment, text: string, offset: number) => {
        const start = node.position && pointBehind(node.position.start, node.value.slice(0, offset))
        const end = start && pointBehind(start, comment)
        const place = start && end && placeOf({type: 'comment', position: {start, end}})
        if (++count > ignoresMax) throw new TooManyError({what: 'ignores', countMax: ignoresMax, place})
        diagnostics.push(...readIgnore({spot: {file: path, place}, text, lines}))
        // What stands beside it keeps its place.
        return comment.replace(/[^\n]/g, ' ')
      })
    }
  }
}

/** Where a comment in a line of its own is a block. */
function isBetweenBlocks({type}: Parents): boolean {
  return (
    type === 'root' ||
    type === 'listItem' ||
    type === 'blockquote' ||
    type === 'containerDirective' ||
    type === 'footnoteDefinition'
  )
}

/** Of a comment among other words. */
function ownLines(position: Position | undefined): NonNullable<Silence['lines']> {
  return {first: position?.start.line ?? 1, last: (position?.end.line ?? 1) + 1}
}

function lastLineOf(next: Nodes | undefined): {readonly last?: number} {
  const line = next?.position?.end.line
  return line === undefined ? {} : {last: line}
}
