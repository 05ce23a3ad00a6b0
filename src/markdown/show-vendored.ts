import type {Nodes} from 'mdast'
import type {VFile} from 'vfile'
import {notesOf} from './notes.ts'

/** Has images of other sites that lie in this one shown from here, with all that is made of images of the site. */
export function showVendored(nodes: ReadonlyArray<Nodes>, file: VFile): void {
  const {vendored} = notesOf(file)
  if (vendored === undefined) return
  for (const node of nodes) {
    const path = node.type === 'image' ? vendored.get(node.url) : undefined
    if (node.type === 'image' && path !== undefined) node.url = `/included/${path}`
  }
}
