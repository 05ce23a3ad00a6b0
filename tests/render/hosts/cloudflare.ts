import {type AskHost, answerOfFile, type HostedFiles, withQuery} from './asked.ts'

/**
 * Cloudflare Pages: lines without names and `*` that stand before the first line with such are looked up whole; then the first that fits; files only after that. A line with an
 * unknown status is passed over.
 *
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
export function askCloudflare(files: HostedFiles): AskHost {
  const whole = new Map<string, Rule>()
  const patterns: Array<Rule & {readonly path: RegExp}> = []
  for (const line of (files['_redirects'] ?? '').split('\n')) {
    const [from = '', to = '', status = '302'] = line.split(' ')
    if (!/^(?:200|30[12378])$/.test(status)) continue
    const rule = {to, status: Number(status)}
    const isPattern = /[*]|:[A-Za-z]\w*/.test(from)
    if (isPattern || patterns.length > 0) patterns.push({...rule, path: pathOf(from)})
    else if (!whole.has(from)) whole.set(from, rule)
  }
  return (asked) => {
    const [path = '', query = ''] = asked.split('?')
    const pattern = patterns.find((rule) => rule.path.test(path))
    const rule = whole.get(path) ?? pattern
    if (rule === undefined) return answerOfFile(files, path) ?? {status: 404}
    const values = rule === pattern ? pattern.path.exec(path)?.groups : undefined
    const to = rule.to.replace(/:([A-Za-z]\w*)/g, (name, word: string) => values?.[word] ?? name)
    if (rule.status === 200) return answerOfFile(files, to) ?? {status: 404}
    return {status: rule.status, location: withQuery(to, query)}
  }
}

interface Rule {
  readonly to: string
  readonly status: number
}

function pathOf(from: string): RegExp {
  const escaped = from.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  const named = escaped.replace(/:([A-Za-z]\w*)/g, '(?<$1>[^/]+)').replaceAll('*', '(?<splat>.*)')
  return new RegExp(`^${named}$`)
}
