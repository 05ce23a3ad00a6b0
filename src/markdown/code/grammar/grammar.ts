import type {CompiledLanguage, CompiledMode} from 'highlight.js'
import {createMode, type Mode} from './mode.ts'

/** A grammar of highlight.js, compiled by it. */
export class Grammar {
  readonly #language: CompiledLanguage
  readonly #modes = new Map<CompiledMode, Mode>()

  constructor(language: CompiledLanguage) {
    this.#language = language
  }

  get root(): Mode {
    return this.modeOf(this.#language)
  }

  modeOf(compiled: CompiledMode): Mode {
    const known = this.#modes.get(compiled)
    if (known !== undefined) return known
    const mode = createMode(compiled, this.#language)
    this.#modes.set(compiled, mode)
    return mode
  }
}
