import type {HostFile} from '#src/model/hosted-site.ts'

/**
 * A file for a host of what the author wrote and of what Galley made: the author's lines, rules and values go before.
 *
 * @returns
 *   `undefined` where the two cannot be joined, because the author's is no JSON of the kind.
 */
export function joinHostFile(file: HostFile, own: string, made: string): string | undefined {
  if (file === 'headers') return joinLines(own, withoutNamesOf(own, made))
  if (file !== 'vercel' && file !== 'firebase') return joinLines(own, made)
  const joined = join(parse(own), parse(made))
  return joined === undefined ? undefined : `${JSON.stringify(joined, null, 2)}\n`
}

function joinLines(own: string, made: string): string {
  return own === '' || own.endsWith('\n') ? own + made : `${own}\n${made}`
}

/** Of two headers of one name hosts would send both: that of the author is the only one, wherever it is for. */
function withoutNamesOf(own: string, made: string): string {
  const names = new Set(Array.from(own.matchAll(/^\s+([^\s:]+):/gm), ([, name = '']) => name.toLowerCase()))
  const blocks = made.split(/^(?=\S)/m).map((block) => {
    const [path = '', ...lines] = block.split('\n')
    const kept = lines.filter((line) => !names.has((line.split(':')[0] ?? '').trim().toLowerCase()))
    return kept.some((line) => line !== '') ? [path, ...kept].join('\n') : ''
  })
  return blocks.join('')
}

/** Mappings key by key, lists one after the other; of all else, the author's. */
function join(own: unknown, made: unknown): unknown {
  if (own === undefined) return undefined
  if (Array.isArray(own) && Array.isArray(made)) return [...own, ...made]
  if (!isMapping(own) || !isMapping(made)) return isMapping(made) || Array.isArray(made) ? undefined : own
  const joined = new Map(Object.entries(own))
  for (const [key, value] of Object.entries(made)) {
    const both = Object.hasOwn(own, key) ? join(own[key], value) : value
    if (both === undefined) return undefined
    joined.set(key, both)
  }
  return Object.fromEntries(joined)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
