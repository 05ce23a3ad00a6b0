import {decodeReferences} from './decode-references.ts'

/** What a page loads before it is shown, by address as it is written. */
export interface PageFiles {
  readonly styles: ReadonlyArray<string>
  readonly scripts: ReadonlyArray<string>
}

/** A comment, or the tag of an element that loads a style sheet or script. */
const loading = /<!--[\s\S]*?-->|<(link|script)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi

const attribute = /\s(rel|href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi

/** The style sheets and scripts that a finished page loads by their own files, each once. */
export function findPageFiles(html: string): PageFiles {
  const styles = new Set<string>()
  const scripts = new Set<string>()
  for (const [, element, attributes = ''] of html.matchAll(loading)) {
    const values = new Map<string, string>()
    for (const [, name = '', double, single, bare] of attributes.matchAll(attribute)) {
      values.set(name.toLowerCase(), decodeReferences(double ?? single ?? bare ?? ''))
    }
    const [rel = '', href, src] = ['rel', 'href', 'src'].map((name) => values.get(name))
    const relations = rel.toLowerCase().split(/\s+/)
    if (element?.toLowerCase() === 'script') {
      if (src !== undefined) scripts.add(src)
    } else if (href !== undefined && relations.includes('stylesheet')) styles.add(href)
    else if (href !== undefined && relations.includes('modulepreload')) scripts.add(href)
  }
  return {styles: [...styles], scripts: [...scripts]}
}
