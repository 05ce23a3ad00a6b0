import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {checkFootnotes} from './check-footnotes.ts'
import {limitMdastDepth} from './limit-depth.ts'
import {noteCodeLanguages} from './note-code-languages.ts'
import {notesOf} from './notes.ts'
import {takeExcerptMark} from './take-excerpt-mark.ts'
import {takeIgnores} from './take-ignores.ts'

const steps = [limitMdastDepth(), takeIgnores(), takeExcerptMark(), noteCodeLanguages(), checkFootnotes()]

/** What is done to a tree, once for each file, before anything changes what the author wrote. */
export function prepareTree(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const notes = notesOf(file)
    if (notes.isPrepared === true) return
    notes.isPrepared = true
    for (const step of steps) step(tree, file)
  }
}
