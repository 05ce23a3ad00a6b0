import type {Root} from 'hast'
import type {ExternalLinkRules} from '#src/model/markdown-options.ts'
import {isExternal} from './collect-facts.ts'
import {listElements} from './list-nodes.ts'

/** Give links to other sites the attributes that the site wants there, where they do not have them. */
export function markExternalLinks(rules: ExternalLinkRules): (tree: Root) => void {
  const {rel, target} = rules
  if (rel === undefined && target === undefined) return () => undefined
  return (tree) => {
    for (const {tagName, properties} of listElements(tree)) {
      const {href} = properties
      if (tagName !== 'a' || typeof href !== 'string' || !isExternal(href)) continue
      if (rel !== undefined) properties['rel'] ??= rel.split(/\s+/)
      if (target !== undefined) properties['target'] ??= target
    }
  }
}
