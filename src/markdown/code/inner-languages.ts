import type {Language, Mode} from 'highlight.js'
import {grammarNames} from './language-names.ts'

/**
 * Let a grammar say by one name which language is inside of its own, where it would guess among several: the guess takes several
 * times as long, and depends on what is loaded.
 *
 * @returns
 *   The names of those languages' grammars.
 */
export function nameInnerLanguages(grammar: Language): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<unknown>()
  visit(grammar)
  return names

  function visit(mode: Part): void {
    if (typeof mode !== 'object' || mode === null || seen.has(mode)) return
    seen.add(mode)
    if (mode.subLanguage !== undefined) {
      // The first is what the others are exceptions of: script is JavaScript, style is CSS.
      const [first = ''] = [mode.subLanguage].flat()
      const name = grammarNames.get(first.toLowerCase())
      if (name === undefined) delete mode.subLanguage
      else {
        mode.subLanguage = name
        names.add(name)
      }
    }
    visit(mode.starts)
    for (const inner of [mode.contains ?? [], mode.variants ?? []].flat()) visit(inner)
  }
}

type Part = Mode | 'self' | null | undefined
