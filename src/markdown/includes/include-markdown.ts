import type {Definition, Nodes, Parents, Root} from 'mdast'
import {listMdast} from '../list-nodes.ts'
import {isExcerptMark} from '../take-excerpt-mark.ts'
import {type Including, type Inclusion, tell} from './inclusion.ts'
import {rebaseUrl} from './rebase-url.ts'

/**
 * The tree of an included text, such that it may stand in the article: its links lead where they lead from its own file, its
 * references are resolved, and its footnotes have names that no other has. Excerpt marks are left out.
 */
export async function parseIncluded(included: Including, inclusion: Inclusion): Promise<Root> {
  const {path, text} = included
  const {value: tree, diagnostics} = await inclusion.parse(text)
  for (const diagnostic of diagnostics) tell(diagnostic, included, inclusion)
  tree.children = tree.children.filter((node) => !isExcerptMark(node))
  const nodes = listMdast(tree)
  resolveReferences(nodes)
  renameFootnotes(nodes, inclusion.footnotes)
  for (const node of nodes) {
    if (node.type === 'link' || node.type === 'image') node.url = rebaseUrl(node.url, path, inclusion.article)
  }
  return tree
}

/** Make links and images of references, whose definitions may have the names of others in the article. */
function resolveReferences(nodes: ReadonlyArray<Nodes>): void {
  const definitions = new Map<string, Definition>()
  for (const node of nodes) {
    if (node.type !== 'definition') continue
    const identifier = node.identifier.toUpperCase()
    if (!definitions.has(identifier)) definitions.set(identifier, node)
  }
  if (definitions.size === 0) return
  for (const node of nodes) {
    if ('children' in node) removeDefinitions(node)
    if (node.type !== 'linkReference' && node.type !== 'imageReference') continue
    const {url = '', title} = definitions.get(node.identifier.toUpperCase()) ?? {}
    Object.assign(node, {type: node.type === 'linkReference' ? 'link' : 'image', url, title: title ?? null})
  }
}

function removeDefinitions({children}: Parents): void {
  for (let index = children.length - 1; index >= 0; index--) {
    if (children[index]?.type === 'definition') children.splice(index, 1)
  }
}

/** Give footnotes names of their own where the article, or a file included before, has the same. */
function renameFootnotes(nodes: ReadonlyArray<Nodes>, taken: Set<string>): void {
  const names = new Map<string, string>()
  for (const node of nodes) {
    if (node.type !== 'footnoteDefinition' || names.has(node.identifier)) continue
    const name = freeName(node.identifier, taken)
    names.set(node.identifier, name)
    taken.add(name)
  }
  for (const node of nodes) {
    if (node.type !== 'footnoteDefinition' && node.type !== 'footnoteReference') continue
    node.identifier = names.get(node.identifier) ?? node.identifier
  }
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let number = 2; ; number++) {
    const numbered = `${name}-${number}`
    if (!taken.has(numbered)) return numbered
  }
}
