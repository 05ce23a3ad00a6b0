import type {Nodes} from 'mdast'
import type {VFile} from 'vfile'
import {notesOf} from './notes.ts'

/** Note the languages of fenced code while they are as written: highlighters and diagram plugins replace them. */
export function noteCodeLanguages(nodes: ReadonlyArray<Nodes>, file: VFile): void {
  const {codeLanguages} = notesOf(file)
  for (const node of nodes) {
    if (node.type === 'code' && typeof node.lang === 'string') codeLanguages.add(node.lang)
  }
}
