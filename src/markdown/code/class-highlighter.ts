import type {RootContent} from 'hast'
import {createLowlight} from 'lowlight'
import {grammarLoaders} from './grammar-loaders.ts'
import type {Highlighter} from './highlighter.ts'
import {nameInnerLanguages} from './inner-languages.ts'
import {grammarNames} from './language-names.ts'
import {kindOfScope} from './scope-kinds.ts'
import {joinTokens, type Token, type TokenKind} from './token.ts'

/** The highlighter on highlight.js: quick, with a grammar for each of 190 languages, loaded when one occurs. */
export function classHighlighter(): Highlighter {
  const lowlight = createLowlight()
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
      try {
        const {children} = lowlight.highlight(grammarNames.get(name) ?? name, code, {prefix: ''})
        const tokens: Array<Token> = []
        addTokens(children, undefined, tokens)
        return joinTokens(tokens)
      } catch {
        // A grammar gives up on a text that it would not come to an end with.
        return [{kind: undefined, text: code}]
      }
    }
  }

  /** With the languages inside of them, so that code looks the same whatever was loaded before. */
  async function loadWhole(names: ReadonlyArray<string>): Promise<void> {
    const pending = [...names]
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      const load = lowlight.registered(name) ? undefined : grammarLoaders[name]
      if (load === undefined) continue
      const {default: grammar} = await load()
      lowlight.register(name, (api) => {
        const language = grammar(api)
        pending.push(...nameInnerLanguages(language))
        return language
      })
    }
    // What was loaded for the sake of another has those inside of it too.
    for (const name of lowlight.listLanguages()) loaded.add(name)
  }
}

function addTokens(
  nodes: ReadonlyArray<RootContent>,
  around: TokenKind | undefined,
  tokens: Array<Token>
): void {
  for (const node of nodes) {
    if (node.type === 'text') tokens.push({kind: around, text: node.value})
    if (node.type !== 'element') continue
    const {className} = node.properties
    const classes = Array.isArray(className) ? className.map(String) : []
    addTokens(node.children, kindOfScope(classes, around), tokens)
  }
}
