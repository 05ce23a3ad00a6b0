/** What keeps a line from being the start of a container. */
export interface HeaderFault {
  /** What should stand there, as Markdown. */
  readonly expected: string
  /** What stands there instead; empty at the end of the line. */
  readonly found: string
  /** Where it begins, in the line. */
  readonly index: number
}

/** A line behind its colons: blanks, a name, a label, and attributes as far as they go. */
const header = /^(:+)([ \t]*)([^\s\p{P}\p{S}](?:[^\s\p{P}\p{S}]|[-_])*(?<![-_]))?(.*)$/su

/** The fault of a line that begins with colons; `undefined` when it has nothing else. */
export function findHeaderFault(line: string): HeaderFault | undefined {
  const [, colons = '', blanks = '', name, rest = ''] = header.exec(line) ?? []
  if (name === undefined && rest === '') return undefined
  const nameEnd = colons.length + blanks.length + (name ?? '').length
  if (name === undefined) return faultAt(nameEnd, `a name such as \`note\``)
  const [space = ''] = /^[ \t]*/.exec(rest) ?? []
  const label = readBrackets(line, nameEnd + space.length)
  if (label === 'open') return atEnd('`]`')
  const afterLabel = label ?? nameEnd
  const [gap = ''] = /^[ \t]*/.exec(line.slice(afterLabel)) ?? []
  const braces = readBraces(
    line,
    line[afterLabel + gap.length] === '{' ? afterLabel + gap.length : lastBrace()
  )
  if (braces === 'open') return atEnd('`}`')
  if (braces === 'quoted') return atEnd('a quote and `}`')
  if (braces !== undefined && braces === line.length) {
    return faultAt(line.indexOf('{', afterLabel), 'attributes such as `{#id .class name="value"}`')
  }
  const end = braces ?? afterLabel
  if (label !== undefined || braces !== undefined) return faultAt(end, 'nothing more')
  // With what is written as elsewhere, but not where it could be read so.
  if (rest === '' || space !== '') return faultAt(0, `\`${colons}${name}[Title]\``)
  return faultAt(nameEnd, `a blank, \`[\` or \`{\` behind \`${name}\``)

  function atEnd(expected: string): HeaderFault {
    return {expected, found: '', index: line.length}
  }

  function faultAt(index: number, expected: string): HeaderFault {
    const found = line.slice(index)
    return found === '' ? atEnd(expected) : {expected, found: found.trim(), index: index + found.search(/\S/)}
  }

  /** Of a brace that is the last one, behind a title. */
  function lastBrace(): number {
    return line.slice(afterLabel).search(/[ \t]\{[^{}]*$/) + 1 + afterLabel
  }
}

/** The end of a label from `[` on; `undefined` where there is none, `open` where nothing closes it. */
function readBrackets(line: string, start: number): number | 'open' | undefined {
  if (line[start] !== '[') return undefined
  let depth = 0
  for (const {0: found, index} of line.slice(start).matchAll(/\\.|[[\]]/g)) {
    if (found === '[') depth++
    else if (found === ']' && --depth === 0) return start + index + 1
  }
  return 'open'
}

/** The end of attributes from `{` on; `quoted` where a quote is open up to the end. */
function readBraces(line: string, start: number): number | 'open' | 'quoted' | undefined {
  if (line[start] !== '{') return undefined
  const [all = '', end] = /^\{(?:"[^"]*"|'[^']*'|[^"'}])*(\}?)/.exec(line.slice(start)) ?? []
  if (end === '}') return start + all.length
  return /^["']/.test(line.slice(start + all.length)) ? 'quoted' : 'open'
}
