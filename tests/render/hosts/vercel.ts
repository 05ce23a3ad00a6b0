import {type AskHost, answerOfFile, type HostedFiles, withQuery} from './asked.ts'

/**
 * Vercel: redirects go before files, and rewrites after them. Sources are those of path-to-regexp 6, strict and sensitive.
 *
 * @see https://vercel.com/docs/project-configuration
 */
export function askVercel(files: HostedFiles): AskHost {
  const {redirects, rewrites} = JSON.parse(files['vercel.json'] ?? '{}') as {
    readonly redirects: ReadonlyArray<Rule & {readonly statusCode: number}>
    readonly rewrites: ReadonlyArray<Rule>
  }
  return (asked) => {
    const [path = '', query = ''] = asked.split('?')
    for (const rule of redirects) {
      const to = target(rule, path)
      if (to !== undefined) return {status: rule.statusCode, location: withQuery(to, query)}
    }
    const there = answerOfFile(files, path)
    const rewritten = rewrites.map((rule) => target(rule, path)).find((to) => to !== undefined)
    return there ?? answerOfFile(files, rewritten ?? '') ?? {status: 404}
  }
}

/** What a source stands for. */
export function sourceRegex(source: string): RegExp {
  return compile(source).regex
}

interface Rule {
  readonly source: string
  readonly destination: string
}

function target({source, destination}: Rule, path: string): string | undefined {
  const {regex, names} = compile(source)
  const found = regex.exec(path)
  if (found === null) return undefined
  return destination.replace(/:([A-Za-z]\w*)/g, (name, word: string) =>
    names.includes(word) ? (found[names.indexOf(word) + 1] ?? '') : name
  )
}

const token =
  /\\(.)|:(\w+)(?:\(((?:\\.|[^()\\])+|(?:\\.|[^()\\]|\([^()]*\))+)\))?|\(((?:\\.|[^()\\])+)\)|\{([^}]*)\}(\?)|([^\\:(){}])/gu

function compile(source: string): {readonly regex: RegExp; readonly names: ReadonlyArray<string>} {
  const names: Array<string> = []
  const parts = Array.from(source.matchAll(token), ([, escaped, name, pattern, group, optional, , text]) => {
    if (name !== undefined) {
      names.push(name)
      return `(${pattern ?? '[^\\/#?]+?'})`
    }
    if (group !== undefined) {
      names.push('')
      return `(${group})`
    }
    if (optional !== undefined) return `(?:${optional})?`
    return (escaped ?? text ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return {regex: new RegExp(`^${parts.join('')}$`), names}
}
