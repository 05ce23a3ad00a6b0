/** What a page loads and runs, as a content security policy tells it apart. */
export interface LoadedByPage {
  /** Texts of the scripts in the page that browsers run, as they are hashed. */
  readonly scripts: ReadonlyArray<string>
  /** Texts of the style sheets in the page. */
  readonly styles: ReadonlyArray<string>
  /** Other sites by directive: `{'img-src': ['https://pictures.example']}`; sorted. */
  readonly elsewhere: Readonly<Record<string, ReadonlyArray<string>>>
  /** Whether a script of the theme draws with styles of its own. */
  readonly drawsStyles: boolean
  /** Attributes with code, such as `onclick`, which no policy with hashes lets run; sorted. */
  readonly handlers: ReadonlyArray<string>
}

const element =
  /<!--[\s\S]*?-->|<(script|style|textarea|title)\b((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)<\/\1\s*>|<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** Which directive an element's address is for, by name and attribute. */
const directives: Readonly<Record<string, string>> = {
  'script src': 'script-src',
  'img src': 'img-src',
  'img srcset': 'img-src',
  'source srcset': 'img-src',
  'image href': 'img-src',
  'input src': 'img-src',
  'video poster': 'img-src',
  'video src': 'media-src',
  'audio src': 'media-src',
  'source src': 'media-src',
  'track src': 'media-src',
  'iframe src': 'frame-src',
  // What the theme puts in place of a link when a reader follows it.
  'a data-player': 'frame-src',
  'embed src': 'object-src',
  'object data': 'object-src'
}

/** Find what a page loads and runs. */
export function findLoaded(html: string): LoadedByPage {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const elsewhere = new Map<string, Set<string>>()
  const handlers = new Set<string>()
  let drawsStyles = false
  for (const [, raw, rawAttributes, text = '', name, attributes] of html.matchAll(element)) {
    const tag = (raw ?? name ?? '').toLowerCase()
    const values = attributesOf(rawAttributes ?? attributes ?? '')
    if (tag === 'script' && !values.has('src') && isRun(values.get('type'))) scripts.add(asHashed(text))
    if (tag === 'style') styles.add(asHashed(text))
    if (tag === 'script' && values.has('data-mermaid')) drawsStyles = true
    for (const [attribute, value] of values) {
      if (/^on[a-z]/.test(attribute)) handlers.add(attribute)
      const directive = directiveOf(tag, attribute, values)
      if (directive === undefined) continue
      const addresses = attribute === 'srcset' ? value.split(/,\s+/) : [value]
      for (const site of addresses.flatMap(siteOf)) {
        elsewhere.set(directive, (elsewhere.get(directive) ?? new Set()).add(site))
      }
    }
  }
  return {
    scripts: [...scripts],
    styles: [...styles],
    elsewhere: Object.fromEntries([...elsewhere].sort().map(([key, sites]) => [key, [...sites].sort()])),
    drawsStyles,
    handlers: [...handlers].sort()
  }
}

function directiveOf(
  tag: string,
  attribute: string,
  values: ReadonlyMap<string, string>
): string | undefined {
  if (tag !== 'link' || attribute !== 'href') return directives[`${tag} ${attribute}`]
  const relations = values.get('rel')?.toLowerCase().split(/\s+/) ?? []
  if (relations.includes('stylesheet')) return 'style-src'
  return relations.includes('icon') ? 'img-src' : undefined
}

/** Whether browsers run a script of a type; all others are data. */
function isRun(type = ''): boolean {
  return /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i.test(
    type.trim()
  )
}

/** Browsers read every end of a line as one sign. */
function asHashed(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'))
  }
  return values
}

/** The site, or the scheme, of an address elsewhere. */
function siteOf(address: string): ReadonlyArray<string> {
  const [written = ''] = address.trim().split(/\s/)
  if (!URL.canParse(written, here)) return []
  const {protocol, origin} = new URL(written, here)
  if (protocol === 'http:' || protocol === 'https:') return origin === here ? [] : [origin]
  return protocol === 'data:' || protocol === 'blob:' ? [protocol] : []
}

const here = 'https://here.invalid'
