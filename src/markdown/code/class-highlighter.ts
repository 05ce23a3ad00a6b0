import type {CompiledLanguage} from 'highlight.js'
import core from 'highlight.js/lib/core'
import {CodeReader} from './grammar/code-reader.ts'
import type {Mode} from './grammar/mode.ts'
import {openGrammar} from './grammar/open-grammar.ts'
import {grammarLoaders} from './grammar-loaders.ts'
import type {Highlighter} from './highlighter.ts'
import {nameInnerLanguages} from './inner-languages.ts'
import {grammarNames} from './language-names.ts'
import type {Token} from './token.ts'

/** The highlighter on the grammars of highlight.js: quick, with one for each of 190 languages, loaded when it occurs. */
export function classHighlighter(): Highlighter {
  const hljs = core.newInstance()
  const grammars = new Map<string, Mode>()
  const loaded = new Set<string>()
  let lastLoad: Promise<void> = Promise.resolve()

  return {
    names: [...grammarNames.keys()],
    has: (name) => grammarNames.has(name),
    load: (names) => {
      const missing = new Set(names.flatMap((name) => grammarNames.get(name) ?? []))
      for (const name of loaded) missing.delete(name)
      if (missing.size === 0) return undefined
      // One after the other, since languages contain each other and none may be used before those inside of it are there.
      lastLoad = lastLoad.then(() => loadWhole([...missing]))
      return lastLoad
    },
    tokensOf: (name, code) => {
      const grammar = grammarOf(grammarNames.get(name) ?? name)
      return (grammar && read(code, grammar)) ?? [{kind: undefined, text: code}]
    }
  }

  function read(code: string, grammar: Mode): ReadonlyArray<Token> | undefined {
    try {
      return new CodeReader(code, grammar, grammarOf).read()
    } catch (error) {
      // In megabytes of code without an end a pattern may run out of the stack.
      if (error instanceof RangeError) return undefined
      throw error
    }
  }

  function grammarOf(name: string): Mode | undefined {
    const known = grammars.get(name)
    if (known !== undefined || hljs.getLanguage(name) === undefined) return known
    // It compiles a grammar when that is used.
    hljs.highlight('', {language: name})
    const grammar = openGrammar(hljs.getLanguage(name) as CompiledLanguage)
    grammars.set(name, grammar)
    return grammar
  }

  /** With the languages inside of them, so that code looks the same whatever was loaded before. */
  async function loadWhole(names: ReadonlyArray<string>): Promise<void> {
    const pending = [...names]
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      const load = hljs.getLanguage(name) === undefined ? grammarLoaders[name] : undefined
      if (load === undefined) continue
      const {default: grammar} = await load()
      hljs.registerLanguage(name, (api) => {
        const language = grammar(api)
        pending.push(...nameInnerLanguages(language))
        return language
      })
    }
    // What was loaded for the sake of another has those inside of it too.
    for (const name of hljs.listLanguages()) loaded.add(name)
  }
}
