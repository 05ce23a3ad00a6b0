import type {Html, Link, LinkReference, Nodes, Parents} from 'mdast'
import type {VFile} from 'vfile'
import {notesOf} from '../notes.ts'
import {placeOf} from '../place-of.ts'
import {blockInParagraph, nestedLink} from './messages.ts'

/**
 * Report what browsers take apart: elements of raw HTML that end the paragraph in which they stand, `markdown/block-in-paragraph`, and links within
 * links, `markdown/nested-link`. An address that is a link by itself is one within `<a>` too.
 */
export function checkNesting(nodes: ReadonlyArray<Nodes>, file: VFile): void {
  const {diagnostics, file: path} = notesOf(file)
  for (const node of nodes) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') look(node)
  }

  function look(block: Parents): void {
    const isParagraph = block.type === 'paragraph'
    let openLinks = 0
    visit(block)

    function visit(parent: Parents): void {
      for (const child of parent.children) {
        const isLink = child.type === 'link' || child.type === 'linkReference'
        if (isLink && openLinks > 0) tell(child)
        if (isLink) openLinks++
        if (child.type === 'html') lookAtHtml(child)
        else if ('children' in child) visit(child)
        if (isLink) openLinks--
      }
    }

    function lookAtHtml(node: Html): void {
      const [, slash, written = ''] = /^<(\/?)([a-z][a-z\d-]*)/i.exec(node.value) ?? []
      const name = written.toLowerCase()
      if (isParagraph && slash === '' && blocks.has(name)) {
        diagnostics.push(blockInParagraph({file: path, place: placeOf(node)}, written))
      }
      if (name !== 'a') return
      if (slash === '' && openLinks > 0) tell(node)
      openLinks = slash === '' ? openLinks + 1 : Math.max(openLinks - 1, 0)
    }
  }

  function tell(node: Html | Link | LinkReference): void {
    diagnostics.push(nestedLink({file: path, place: placeOf(node)}))
  }
}

/** Elements before which a browser ends an open paragraph. */
const blocks: ReadonlySet<string> = new Set(
  `address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr main menu nav ol p pre section table ul`.split(/\s+/)
)
