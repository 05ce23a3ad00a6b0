/** What Hugo knows between the braces of a fence; names without effect here stand for what the theme does by itself. */
export const hugoNames: ReadonlyArray<string> = [
  'linenos',
  'linenostart',
  'hl_lines',
  'title',
  'class',
  'id',
  'style',
  'anchorlinenos',
  'lineanchors',
  'linenoinline',
  'noclasses',
  'tabwidth',
  'lang'
]

/** An option with its value in brackets, in quotes, or up to the next one. */
const optionWithValue = /(\w+)\s*=\s*(?:\[([^\]]*)\]|"([^"]*)"|'([^']*)'|([^,=]*?(?=\s*(?:,|$|\s\w+\s*=))))/g

/**
 * The meta of a code fence that says what Hugo's options of code say: `linenos=table,hl_lines=2 4-6,linenostart=10`, also with
 * `hl_lines=[2,"4-6"]`. Case does not count in names; options about the look of code have no meaning here.
 */
export function toCodeMeta(options: string): string {
  const given = new Map<string, string>()
  for (const [, name = '', list, double, single, bare] of options.matchAll(optionWithValue)) {
    given.set(name.toLowerCase(), (list ?? double ?? single ?? bare ?? '').trim())
  }
  const numbers = given.get('linenos')?.toLowerCase()
  const start = /^\d+$/.exec(given.get('linenostart') ?? '')?.[0]
  const ranges = given.get('hl_lines')?.match(/\d+(?:-\d+)?/g) ?? []
  const title = given.get('title')
  const isOn = numbers !== undefined && numbers !== 'false'
  return [
    ...(numbers === 'false' ? ['noLineNumbers'] : []),
    ...(isOn ? [start === undefined ? 'lineNumbers' : `lineNumbers=${start}`] : []),
    ...(ranges.length === 0 ? [] : [`{${ranges.join(',')}}`]),
    ...(title === undefined ? [] : [`title=${title.includes('"') ? `'${title}'` : `"${title}"`}`])
  ].join(' ')
}

/** Names of the options that stand between the braces of a fence, in order; none where something else does. */
export function optionNames(braces: string): ReadonlyArray<string> {
  return [...braces.matchAll(option)].map(([, name = '']) => name)
}

const option = /(?<![\w"'[])([A-Za-z_]\w*)\s*=\s*(?:"[^"]*"|'[^']*'|\[[^\]]*\]|[^\s,"'[\]]+)/g
