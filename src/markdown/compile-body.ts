import type {Root} from 'hast'
import type {Plugin} from 'unified'
import type {Node} from 'unist'
import type {CompiledBody} from '#src/model/document.ts'
import {collectFacts} from './collect-facts.ts'
import {cutExcerpt} from './cut-excerpt.ts'
import {cutFragment} from './markers.ts'
import {notesOf} from './notes.ts'

declare module 'unified' {
  interface CompileResultMap {
    CompiledBody: CompiledBody
  }
}

/** Make the compiler of the plugin before (rehype-stringify) yield a compiled body instead of a string. */
export const compileBody: Plugin<[], Root, CompiledBody> = function () {
  const stringify = this.compiler
  if (stringify === undefined) throw new Error('Expected a compiler before `compileBody`')
  this.compiler = (tree, file) => {
    if (!isRoot(tree)) throw new Error(`Expected a root, found \`${tree.type}\``)
    const notes = notesOf(file)
    const excerpt = cutExcerpt(tree, notes.excerptEnd)
    return {
      body: cutFragment(String(stringify(tree, file)), notes),
      excerpt: cutFragment(String(stringify(excerpt, file)), notes),
      facts: collectFacts(tree, notes)
    }
  }
}

function isRoot(node: Node): node is Root {
  return node.type === 'root'
}
