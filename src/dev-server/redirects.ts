import {leadsOn} from '#src/model/redirect.ts'

/** A line of a file of redirects. */
export interface RedirectRule {
  /** Segments of the path, decoded; `:name` stands for any one, `*` at the end for all that follow. */
  readonly from: ReadonlyArray<string>
  /** Address, in which `:name` and `:splat` are what they stand for. */
  readonly to: string
  readonly status: number
  /** Whether a file at the path does not matter. */
  readonly isForced: boolean
}

/** Where an address leads: with the status 200, 404 or 410 the file that is sent for it, else where the browser is sent. */
export interface Redirect extends Pick<RedirectRule, 'status' | 'isForced'> {
  readonly to: string
}

/** Name of the file that static hosts read redirects from. */
export const redirectsFile = '_redirects'

/**
 * Read lines `FROM TO [STATUS]`, as several static hosts do. Rules with conditions, and what hosts fetch from elsewhere, are passed
 * over: they are answered by programs of the host.
 *
 * @see https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function parseRedirects(text: string): ReadonlyArray<RedirectRule> {
  return text.split('\n').flatMap((line): ReadonlyArray<RedirectRule> => {
    const [from = '', to, status = '301', ...conditions] = line
      .replace(/(?:^|\s)#.*/, '')
      .trim()
      .split(/\s+/)
    const [, code, force] = /^(30[12378]|200|404|410)(!?)$/.exec(status) ?? []
    const isRule = from.startsWith('/') && to !== undefined && code !== undefined && conditions.length === 0
    if (!isRule || (!to.startsWith('/') && !leadsOn(Number(code)))) return []
    return [{from: segmentsOf(from).map(decoded), to, status: Number(code), isForced: force === '!'}]
  })
}

/** The first rule for a path, filled in; `undefined` when there is none. */
export function findRedirect(rules: ReadonlyArray<RedirectRule>, path: string): Redirect | undefined {
  const segments = segmentsOf(path)
  for (const {from, to, status, isForced} of rules) {
    const values = match(from, segments, path.endsWith('/') ? '/' : '')
    if (values !== undefined) return {to: fill(to, values), status, isForced}
  }
  return undefined
}

function match(
  from: ReadonlyArray<string>,
  segments: ReadonlyArray<string>,
  end: '' | '/'
): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>()
  for (const [index, wanted] of from.entries()) {
    const found = segments[index]
    if (wanted === '*') {
      const rest = segments.slice(index).map(encodeURIComponent).join('/')
      return values.set('splat', rest === '' ? '' : rest + end)
    }
    if (found === undefined) return undefined
    if (wanted.startsWith(':')) values.set(wanted.slice(1), encodeURIComponent(found))
    else if (wanted !== found) return undefined
  }
  return segments.length === from.length ? values : undefined
}

function fill(to: string, values: ReadonlyMap<string, string>): string {
  return to.replace(/:([a-z_]\w*)/gi, (written, name: string) => values.get(name) ?? written)
}

/** A slash at the end makes no difference, but that what `*` stands for keeps it. */
function segmentsOf(path: string): ReadonlyArray<string> {
  return path.split('/').filter((segment) => segment !== '')
}

/** What would be a name or `*` is escaped. */
function decoded(segment: string): string {
  try {
    return segment === '*' || segment.startsWith(':') ? segment : decodeURIComponent(segment)
  } catch {
    return segment
  }
}
