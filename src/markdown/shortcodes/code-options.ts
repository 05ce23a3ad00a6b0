/** The meta of a code fence that says what Hugo's options of code say: `linenos=table,hl_lines=[2,"4-6"],linenostart=10`. */
export function toCodeMeta(options: string): string {
  const numbers = /\blinenos\s*=\s*"?(\w+)/.exec(options)?.[1]
  const start = /\blinenostart\s*=\s*"?(\d+)/.exec(options)?.[1]
  const marked = /\bhl_lines\s*=\s*(?:\[([^\]]*)\]|"([^"]*)"|([\d-]+))/.exec(options)
  const ranges = (marked?.[1] ?? marked?.[2] ?? marked?.[3] ?? '').match(/\d+(?:-\d+)?/g) ?? []
  const isOff = numbers === undefined || numbers === 'false'
  return [
    ...(numbers === 'false' ? ['noLineNumbers'] : []),
    ...(isOff ? [] : [start === undefined ? 'lineNumbers' : `lineNumbers=${start}`]),
    ...(ranges.length === 0 ? [] : [`{${ranges.join(',')}}`])
  ].join(' ')
}
