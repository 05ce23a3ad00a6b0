import type {Nodes, Parents, Root} from 'mdast'
import type {Prose} from '#src/model/related.ts'
import {listMdast} from './list-nodes.ts'
import {isSiteReference} from './open-slots.ts'

/** A text in which some places are in a link to the site. */
interface Passage {
  text: string
  /** Offsets of texts in links. */
  readonly links: Array<number>
}

/** Where one sentence ends and the next begins; the last mark may be followed by some brackets and quotes. Any number would take the square of it. */
const sentenceSeam = /(?<=[.!?…]["'”’)\]]{0,5})\s+(?=\S)|(?<=[。！？])/u

/** A link to the site in raw HTML. */
const htmlLink = /<a\s[^>]*\bhref\s*=\s*["']?(?![a-z][a-z\d+.-]*:|\/\/|#)/i

/**
 * What a body says, sorted by what it is: for finding articles that are like it. Of raw HTML there is none, headings are in the outline,
 * and what sentences that link to the site say stands apart, since it is about the page that they link to.
 */
export function collectProse(tree: Root): Prose {
  const addresses = definedAddresses(tree)
  const body: Array<string> = []
  const links: Array<string> = []
  const code: Array<string> = []
  collect(tree)
  return {body: body.join('\n'), links: links.join('\n'), code: code.join('\n')}

  function collect(node: Nodes): void {
    if (node.type === 'code') code.push(node.value)
    else if (node.type === 'heading' || node.type === 'definition') return
    else if (node.type === 'paragraph' || node.type === 'tableCell') collectSentences(node)
    else if ('children' in node) for (const child of node.children) collect(child)
  }

  function collectSentences(node: Parents): void {
    const passage: Passage = {text: '', links: []}
    addInline(node, passage, addresses)
    let start = 0
    for (const sentence of passage.text.split(sentenceSeam)) {
      start = passage.text.indexOf(sentence, start)
      const end = start + sentence.length
      const isLinking = passage.links.some((offset) => start <= offset && offset < end)
      ;(isLinking || sentence.includes('[[') ? links : body).push(sentence)
      start = end
    }
  }
}

function addInline(node: Nodes, passage: Passage, addresses: ReadonlyMap<string, string>): void {
  const address =
    node.type === 'link'
      ? node.url
      : node.type === 'linkReference'
        ? addresses.get(node.identifier.toUpperCase())
        : undefined
  const isLink = address !== undefined && isSiteReference(address)
  if (isLink || (node.type === 'html' && htmlLink.test(node.value))) passage.links.push(passage.text.length)
  if (node.type === 'text') passage.text += node.value.replaceAll('\n', ' ')
  else if (node.type === 'inlineCode') passage.text += node.value
  else if (node.type === 'break') passage.text += ' '
  else if ('children' in node) for (const child of node.children) addInline(child, passage, addresses)
}

/** What references lead to, by identifier in upper case; of two with one identifier the first counts. */
function definedAddresses(tree: Root): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>()
  for (const node of listMdast(tree)) {
    if (node.type !== 'definition') continue
    const identifier = node.identifier.toUpperCase()
    if (!addresses.has(identifier)) addresses.set(identifier, node.url)
  }
  return addresses
}
