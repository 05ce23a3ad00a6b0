import type {Root} from 'hast'
import {listElements} from './list-nodes.ts'

const prefix = 'user-content-'

/** Let `#fragment` links follow the ids that the sanitizer prefixed against DOM clobbering. */
export function mendFragmentLinks(): (tree: Root) => void {
  return (tree) => {
    const elements = listElements(tree)
    const ids = new Set(elements.map(({properties}) => properties['id']))
    for (const {properties} of elements) {
      const {href} = properties
      if (typeof href !== 'string' || !href.startsWith('#')) continue
      const id = href.slice(1)
      const isPrefixed = [id, decode(id)].some((name) => !ids.has(name) && ids.has(prefix + name))
      if (isPrefixed) properties['href'] = `#${prefix}${id}`
    }
  }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
