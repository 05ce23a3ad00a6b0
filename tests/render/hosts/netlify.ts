import {type AskHost, answerOfFile, type HostedFiles, withQuery} from './asked.ts'

/**
 * Netlify: the first line that fits a path counts, with or without a slash at its end; a file goes before unless the status has a `!`. Paths are compared as they
 * are asked for.
 *
 * @see https://docs.netlify.com/manage/routing/redirects/redirect-options/
 */
export function askNetlify(files: HostedFiles): AskHost {
  const rules = (files['_redirects'] ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [from = '', to = '', status = ''] = line.split(' ')
      return {from, to, status: Number.parseInt(status, 10), isForced: status.endsWith('!')}
    })
  return (asked) => {
    const [path = '', query = ''] = asked.split('?')
    const there = answerOfFile(files, path)
    for (const {from, to, status, isForced} of rules) {
      const values = match(from, path)
      if (values === undefined) continue
      if (there !== undefined && !isForced) return there
      const target = to.replace(/:([A-Za-z_]\w*)/g, (name, word: string) => values[word] ?? name)
      if (status >= 300 && status < 400) return {status, location: withQuery(target, query)}
      return {...answerOfFile(files, target), status}
    }
    return there ?? {status: 404}
  }
}

function match(from: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = from.replace(/\/$/, '').split('/')
  const found = path.replace(/\/$/, '').split('/')
  const values: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    if (segment === '*') {
      const rest = found.slice(index).join('/')
      return {...values, splat: rest !== '' && path.endsWith('/') ? `${rest}/` : rest}
    }
    const value = found[index]
    if (value === undefined) return undefined
    if (segment.startsWith(':')) values[segment.slice(1)] = value
    else if (segment !== value) return undefined
  }
  return wanted.length === found.length ? values : undefined
}
