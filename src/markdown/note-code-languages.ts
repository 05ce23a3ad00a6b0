import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {listMdast} from './list-nodes.ts'
import {notesOf} from './notes.ts'

/** Note the languages of fenced code while they are as written: highlighters and diagram plugins replace them. */
export function noteCodeLanguages(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const {codeLanguages} = notesOf(file)
    for (const node of listMdast(tree)) {
      if (node.type === 'code' && typeof node.lang === 'string') codeLanguages.add(node.lang)
    }
  }
}
