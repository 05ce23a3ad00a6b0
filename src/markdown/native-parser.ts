import type {Processor} from 'unified'
import {readsDirectives} from './native-text.ts'
import {notesOf} from './notes.ts'
import type {ParserOptions} from './remark-parser.ts'

/** satteri's `markdownToMdast`. */
export type NativeParse = typeof import('satteri').markdownToMdast

/** satteri's parser; `undefined` where no native binding can be loaded, not even the WebAssembly one. */
export async function loadNativeParse(): Promise<NativeParse | undefined> {
  try {
    // A dynamic import, because the package throws on import on a platform without binding.
    return (await import('satteri')).markdownToMdast
  } catch {
    return undefined
  }
}

/**
 * satteri, written in Rust, as unified's parser: the same tree as `remarkParser`, positions included, forty times
 * faster. Syntax plugins have no effect on it.
 */
export function nativeParser(
  this: Processor,
  {parse, gfm, directives, nativeText, hasPlugins}: ParserOptions & {readonly parse: NativeParse}
): void {
  this.parser = (text, file) => {
    const notes = notesOf(file)
    notes.plugin = 'satteri'
    const tree = parse(directives ? (nativeText(text) ?? text) : text, {
      features: {
        gfm,
        directive: readsDirectives(text, {directives, hasPlugins}),
        frontmatter: notes.matter !== 'none',
        // Everything else that satteri knows differs from remark-parse, and a later version may switch it on.
        math: false,
        headingAttributes: false,
        superscript: false,
        subscript: false,
        wikilinks: false,
        definitionList: false,
        smartPunctuation: false,
        rawHtml: false
      }
    })
    delete notes.plugin
    if (tree.type !== 'root') throw new Error(`Expected a root from satteri, found \`${tree.type}\``)
    return tree
  }
}
