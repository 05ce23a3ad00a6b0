import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'

/** A source that ended the thread that compiled it. */
export function compileCrashed(file: string): Diagnostic {
  return {
    code: 'build/compile-crashed',
    severity: 'error',
    reason: 'Expected to compile the article, but the thread that did so died of it',
    file,
    hint: 'Is it huge, or does a plugin take all memory for it?'
  }
}

/** A source that took longer to compile than it may. `plugins` are the names of those that may have waited or looped. */
export function compileTooSlow(file: string, secondsMax: number, plugins: ReadonlyArray<string>): Diagnostic {
  const names = plugins.map((name) => `\`${name}\``).join(', ')
  return {
    code: 'build/compile-too-slow',
    severity: 'error',
    reason: `Expected to compile the article in ${secondsMax} s, but it was still under way and was given up`,
    file,
    hint:
      names === ''
        ? 'Divide it; `markdown.secondsMax` of the configuration sets the limit'
        : `Does a plugin wait or loop for ever on it (${names})? \`markdown.secondsMax\` of the configuration sets the limit`
  }
}
