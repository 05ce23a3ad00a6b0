import {type DefaultTreeAdapterTypes, parse} from 'parse5'

/**
 * Internal references of a built site that lead to no file, or to no id: an independent look at the output, as a browser takes it.
 *
 * @param files
 *   By output path.
 * @param basePath
 *   Where the site stands on its host.
 */
export function brokenLinks(
  files: Readonly<Record<string, string>>,
  basePath: string
): ReadonlyArray<string> {
  const ids = new Map<string, ReadonlySet<string>>()
  const references: Array<{readonly page: string; readonly target: string}> = []
  for (const [page, html] of Object.entries(files)) {
    if (!page.endsWith('.html')) continue
    const attributes = attributesOf(parse(html))
    ids.set(page, new Set(attributes.filter(({name}) => name === 'id').map(({value}) => value)))
    for (const {name, value} of attributes) {
      if (name === 'href' || name === 'src') references.push({page, target: value})
    }
  }
  return references
    .filter(({page, target}) => isBroken(page, target))
    .map(({page, target}) => `${page}: ${target}`)

  function isBroken(page: string, target: string): boolean {
    const origin = 'http://site.test'
    const url = new URL(target, origin + basePath + page.replace(/index\.html$/, ''))
    if (url.origin !== origin) return false
    if (!url.pathname.startsWith(basePath)) return true
    const path = decodeURIComponent(url.pathname.slice(basePath.length))
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
    if (files[file] === undefined) return true
    return url.hash !== '' && ids.get(file)?.has(decodeURIComponent(url.hash.slice(1))) === false
  }
}

function attributesOf(
  node: DefaultTreeAdapterTypes.Node
): ReadonlyArray<{readonly name: string; readonly value: string}> {
  const own = 'attrs' in node ? node.attrs : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(attributesOf)] : own
}
