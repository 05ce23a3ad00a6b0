import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'

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
