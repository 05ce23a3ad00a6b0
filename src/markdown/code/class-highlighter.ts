import core from 'highlight.js/lib/core'
import {grammarLoaders} from './grammar-loaders.ts'
import type {Highlighter} from './highlighter.ts'
import {nameInnerLanguages} from './inner-languages.ts'
import {grammarNames} from './language-names.ts'
import {TokenEmitter} from './token-emitter.ts'

/** The highlighter on highlight.js: quick, with a grammar for each of 190 languages, loaded when one occurs. */
export function classHighlighter(): Highlighter {
  const hljs = core.newInstance()
  hljs.configure({__emitter: TokenEmitter})
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
      const language = grammarNames.get(name) ?? name
      const {_emitter: found, errorRaised} = hljs.highlight(code, {language, ignoreIllegals: true})
      const isWhole = errorRaised === undefined && found instanceof TokenEmitter
      // A grammar gives up on a text that it would not come to an end with.
      return isWhole ? found.tokens : [{kind: undefined, text: code}]
    }
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
