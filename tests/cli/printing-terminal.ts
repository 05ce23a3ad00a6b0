import type {Terminal} from '#src/cli/terminal.ts'

/** A terminal without colors and people, and what was printed there. */
export interface PrintingTerminal {
  readonly terminal: Terminal
  /** All of it in its order, to either stream. */
  readonly printed: () => string
  readonly stdout: () => string
  readonly stderr: () => string
}

/** Opens a terminal to which nothing was printed yet. */
export function printingTerminal(): PrintingTerminal {
  const texts: Array<{readonly to: 'stdout' | 'stderr'; readonly text: string}> = []
  const streamTo = (to: 'stdout' | 'stderr') => ({
    write: (text: string): void => void texts.push({to, text}),
    hasColors: false
  })
  const textOf = (...names: ReadonlyArray<'stdout' | 'stderr'>): string =>
    texts
      .filter(({to}) => names.includes(to))
      .map(({text}) => text)
      .join('')
  return {
    terminal: {
      stdout: streamTo('stdout'),
      stderr: {...streamTo('stderr'), isInteractive: false, columns: () => 80}
    },
    printed: () => textOf('stdout', 'stderr'),
    stdout: () => textOf('stdout'),
    stderr: () => textOf('stderr')
  }
}
