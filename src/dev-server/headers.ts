/** Headers for the answers to some paths. */
export interface HeaderRule {
  /** Of a whole path. */
  readonly path: RegExp
  /** In the order of the file; a name in lower case without a value takes away what rules before it have set. */
  readonly headers: ReadonlyArray<{readonly name: string; readonly value?: string}>
}

/** Name of the file that static hosts read headers from. */
export const headersFile = '_headers'

/**
 * Read blocks of a path and, indented below it, lines `NAME: VALUE` or `! NAME`, as several static hosts do. `*` in a path is any text, `:name` any
 * segment. Addresses with a host, and headers that only a server can set, are passed over.
 *
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export function parseHeaders(text: string): ReadonlyArray<HeaderRule> {
  const rules: Array<{path: RegExp; headers: Array<{name: string; value?: string}>}> = []
  let isPassedOver = true
  for (const line of text.split('\n')) {
    const content = line.trim()
    if (content === '' || content.startsWith('#')) continue
    if (/^\S/.test(line)) {
      isPassedOver = !content.startsWith('/')
      if (!isPassedOver) rules.push({path: pathPattern(content), headers: []})
      continue
    }
    const header = isPassedOver ? undefined : readHeader(content)
    if (header !== undefined) rules.at(-1)?.headers.push(header)
  }
  return rules
}

/** Headers for a path, by their names in lower case: those of all rules for it; values of one name are joined. */
export function findHeaders(
  rules: ReadonlyArray<HeaderRule>,
  path: string
): Readonly<Record<string, string>> {
  const found = new Map<string, string>()
  for (const rule of rules) {
    if (!rule.path.test(path)) continue
    for (const {name, value} of rule.headers) {
      const before = found.get(name)
      if (value === undefined) found.delete(name)
      else found.set(name, before === undefined ? value : `${before}, ${value}`)
    }
  }
  return Object.fromEntries(found)
}

function pathPattern(path: string): RegExp {
  const parts = path.split(/(\*|:[a-z]\w*)/i).map((part) => {
    if (part === '*') return '.*'
    return part.startsWith(':') ? '[^/]+' : decoded(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`, 's')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function readHeader(line: string): HeaderRule['headers'][number] | undefined {
  const [, removed] = /^!\s*(\S+)$/.exec(line) ?? []
  if (removed !== undefined) return {name: removed.toLowerCase()}
  const [, written = '', value = ''] = /^([^\s:]+)\s*:\s*(.*)$/.exec(line) ?? []
  const name = written.toLowerCase()
  const isSettable = namePattern.test(name) && valuePattern.test(value) && !ofServer.has(name)
  return isSettable ? {name, value} : undefined
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-field-values */
const namePattern = /^[\w!#$%&'*+.^`|~-]+$/
const valuePattern = /^[\t\x20-\x7e\x80-\xff]+$/

/** They say how an answer is sent, which nobody else knows. */
const ofServer: ReadonlySet<string> = new Set([
  ...['connection', 'content-encoding', 'content-length', 'content-range', 'date', 'keep-alive'],
  ...['server', 'trailer', 'transfer-encoding', 'upgrade']
])
