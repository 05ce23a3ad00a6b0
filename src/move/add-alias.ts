import type {Edit} from './edits.ts'

/**
 * The edit that adds an alias to the front matter of a text, and nothing else; `undefined` where front matter is written in a way that
 * takes a person.
 */
export function addAlias(text: string, alias: string): Edit | undefined {
  const opened = /^\uFEFF?(---|\+\+\+)[ \t]*(\r?\n)/.exec(text)
  if (opened === null)
    return /^\uFEFF?[{;]/.test(text) ? undefined : insertAt(0, `---\naliases: [${alias}]\n---\n`)
  const [head, fence = '', eol = '\n'] = opened
  const isToml = fence === '+++'
  const end = text
    .slice(head.length)
    .search(new RegExp(`^${isToml ? '\\+\\+\\+' : '(?:---|\\.\\.\\.)'}[ \\t]*$`, 'm'))
  if (end === -1) return undefined
  const block = text.slice(head.length, head.length + end)
  const field = /^aliases[ \t]*[:=][ \t]*/m.exec(block)
  const value = isToml ? `"${alias}"` : alias
  if (field === null) {
    // In TOML it has to come before the first table.
    const table = isToml ? block.search(/^\[/m) : -1
    return insertAt(
      head.length + (table === -1 ? end : table),
      `aliases${isToml ? ' =' : ':'} [${value}]${eol}`
    )
  }
  const start = field.index + field[0].length
  const rest = block.slice(start)
  if (rest.startsWith('[')) {
    const isEmpty = /^\[\s*\]/.test(rest)
    return insertAt(head.length + start + 1, isEmpty ? value : `${value}, `)
  }
  const [, indent] = /^\r?\n([ \t]*- )/.exec(rest) ?? []
  if (indent !== undefined)
    return insertAt(head.length + start + rest.indexOf('\n') + 1, indent + value + eol)
  return undefined
}

function insertAt(start: number, text: string): Edit {
  return {start, end: start, text}
}
