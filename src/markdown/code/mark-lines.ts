/** What is said of a line of code. Each is a CSS class. */
export type LineMark = 'added' | 'removed' | 'highlighted' | 'focused' | 'error' | 'warning'

/** A block of code without what marks its lines. */
export interface MarkedCode {
  readonly text: string
  /** By the index of the line in `text`, 0-based. */
  readonly marks: ReadonlyMap<number, ReadonlySet<LineMark>>
  /** Notations that mark nothing: index of the line as written, and name. They are left as they are. */
  readonly unknown: ReadonlyArray<{readonly index: number; readonly name: string}>
}

/** Marks by the names that comments may give them. */
const marksByName: ReadonlyMap<string, LineMark> = new Map([
  ['++', 'added'],
  ['--', 'removed'],
  ['highlight', 'highlighted'],
  ['hl', 'highlighted'],
  ['focus', 'focused'],
  ['error', 'error'],
  ['warning', 'warning']
])

/** Names of marks, for hints. */
export const markNames: ReadonlyArray<string> = [...marksByName.keys()]

/**
 * Take marks out of code: the signs of a diff, and comments such as `// [!code ++]`, in any language's way to write them.
 *
 * A comment marks its line; one that stands alone goes with its line and marks the next. `[!code focus:3]` marks three lines.
 */
export function markLines(code: string, isDiff: boolean): MarkedCode {
  const marks = new Map<number, Set<LineMark>>()
  const unknown: Array<{index: number; name: string}> = []
  if (!isDiff && !code.includes('!code ')) return {text: code, marks, unknown}
  const lines: Array<string> = []
  const written = code.split('\n')
  const isIndented = isDiff && written.every((line) => /^[-+ ]|^$/.test(line))
  for (const [index, given] of written.entries()) {
    const sign = isDiff ? /^[-+]/.exec(given)?.[0] : undefined
    const isCut = sign !== undefined || (isIndented && given !== '')
    if (sign !== undefined) mark(lines.length, 1, sign === '+' ? 'added' : 'removed')
    const {text, found} = takeNotations(isCut ? given.slice(1) : given)
    for (const {name, count} of found) {
      const known = marksByName.get(name)
      if (known === undefined) unknown.push({index, name})
      else mark(lines.length, count, known)
    }
    const isAlone = found.some(({name}) => marksByName.has(name)) && text.trim() === ''
    if (!isAlone) lines.push(text)
  }
  for (const index of marks.keys()) if (index >= lines.length) marks.delete(index)
  return {text: lines.join('\n'), marks, unknown}

  function mark(from: number, count: number, kind: LineMark): void {
    for (let index = from; index < from + count; index++) {
      marks.set(index, (marks.get(index) ?? new Set()).add(kind))
    }
  }
}

interface Notation {
  readonly name: string
  readonly count: number
}

const notation = /\[!code[ \t]+([^\]\s:]+)(?::(\d{1,4}))?\]/g

/** How comments of all languages start and end, with the blanks around a notation. */
const commentStart = /(?:(?:\{?\/\*+|\/\/+|<!--)|(?:^|[ \t])(?:#+|--+|\(\*|;+|%+|!+|"|'|rem))[ \t]*$/i
const commentEnd = /^[ \t]*(?:\*+\/\}?|--+>|\*\))?[ \t]*$/

function takeNotations(line: string): {readonly text: string; readonly found: ReadonlyArray<Notation>} {
  const found: Array<Notation> = []
  if (!line.includes('!code ')) return {text: line, found}
  let text = line.replace(notation, (all, name: string, count = '1') => {
    found.push({name, count: Number(count)})
    return marksByName.has(name) ? taken : all
  })
  if (text.includes(taken)) {
    const start = text.slice(0, text.indexOf(taken)).trimEnd()
    const rest = text.slice(text.indexOf(taken)).replaceAll(taken, '')
    const isWhole = commentStart.test(start) && commentEnd.test(rest)
    // A comment that says more is left with what it says.
    text = isWhole ? start.replace(commentStart, '').trimEnd() : `${start} ${rest.trimStart()}`
  }
  return {text: text.replaceAll('[\\!code ', '[!code '), found}
}

/** Stands for a notation; authors can have no such character in a text, which is made of U+FFFD then. */
const taken = '\0'
