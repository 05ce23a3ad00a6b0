import type {CompiledLanguage, CompiledMode} from 'highlight.js'
import {createMode, type Mode} from './mode.ts'

/** The mode that all of a code is in, of a grammar that highlight.js compiled. Modes within it are made when they begin. */
export function openGrammar(language: CompiledLanguage): Mode {
  const modes = new Map<CompiledMode, Mode>()
  return modeOf(language)

  function modeOf(compiled: CompiledMode): Mode {
    const known = modes.get(compiled)
    if (known !== undefined) return known
    const mode = createMode(compiled, language, modeOf)
    modes.set(compiled, mode)
    return mode
  }
}
