import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import type {HtmlPolicy} from '#src/model/markdown-options.ts'
import {checkFootnotes} from './check-footnotes.ts'
import {listMdast} from './list-nodes.ts'
import {noteCodeLanguages} from './note-code-languages.ts'
import {notesOf} from './notes.ts'
import {showVendored} from './show-vendored.ts'
import {takeExcerptMark} from './take-excerpt-mark.ts'
import {takeIgnores} from './take-ignores.ts'
import {checkWriting} from './writing/check-writing.ts'

/** What is done to a tree, once for each file, before anything changes what the author wrote. */
export function prepareTree(html: HtmlPolicy): (tree: Root, file: VFile) => void {
  const changes = [takeIgnores(), takeExcerptMark()]
  const looks = [noteCodeLanguages, checkFootnotes, checkWriting(html), showVendored]
  return (tree, file) => {
    const notes = notesOf(file)
    if (notes.isPrepared === true) return
    notes.isPrepared = true
    for (const change of changes) change(tree, file)
    // Listed once: going through a tree takes longer than most that is looked for.
    const nodes = listMdast(tree)
    for (const look of looks) look(nodes, file)
  }
}
