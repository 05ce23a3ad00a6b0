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

/** The meta of a code fence that says what Hugo's options of code say: `linenos=table,hl_lines=[2,"4-6"],linenostart=10`. */
export function toCodeMeta(options: string): string {
  const numbers = /\blinenos\s*=\s*"?(\w+)/.exec(options)?.[1]
  const start = /\blinenostart\s*=\s*"?(\d+)/.exec(options)?.[1]
  const marked = /\bhl_lines\s*=\s*(?:\[([^\]]*)\]|"([^"]*)"|([\d-]+))/.exec(options)
  const ranges = (marked?.[1] ?? marked?.[2] ?? marked?.[3] ?? '').match(/\d+(?:-\d+)?/g) ?? []
  const title = /\btitle\s*=\s*("[^"]*"|'[^']*'|[^\s,"']+)/.exec(options)?.[1]
  const isOff = numbers === undefined || numbers === 'false'
  return [
    ...(numbers === 'false' ? ['noLineNumbers'] : []),
    ...(isOff ? [] : [start === undefined ? 'lineNumbers' : `lineNumbers=${start}`]),
    ...(ranges.length === 0 ? [] : [`{${ranges.join(',')}}`]),
    ...(title === undefined ? [] : [`title=${title}`])
  ].join(' ')
}

/** Names of the options that stand between the braces of a fence, in order; none where something else does. */
export function optionNames(braces: string): ReadonlyArray<string> {
  return [...braces.matchAll(option)].map(([, name = '']) => name)
}

const option = /(?<![\w"'[])([A-Za-z_]\w*)\s*=\s*(?:"[^"]*"|'[^']*'|\[[^\]]*\]|[^\s,"'[\]]+)/g
