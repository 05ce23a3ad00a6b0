import {Idiomorph} from 'idiomorph'
import {alignLists} from './align-lists.ts'
import {matchNodes, type ShownNode} from './match-nodes.ts'

/**
 * Change what is shown as the source of the page has changed. What is the same in both sources is not touched, whatever scripts and people
 * have made of it: opened details, text in a form, buttons beside code.
 *
 * @param before
 *   What was sent.
 * @param after
 *   What is sent now.
 * @param shown
 *   What became of `before` in the browser.
 */
export function patchTree(before: Element, after: Element, shown: Element): void {
  if (before.isEqualNode(after)) return
  patchAttributes(before, after, shown)
  const nodes = matchNodes([...before.childNodes], [...shown.childNodes])
  // Scripts have changed more than they added: there is no telling what is whose.
  if (nodes === undefined) {
    Idiomorph.morph(shown, [...after.childNodes].map(imported), {
      morphStyle: 'innerHTML',
      ignoreActiveValue: true
    })
    return
  }
  patchChildren([...before.childNodes], [...after.childNodes], nodes, shown)
}

function patchAttributes(before: Element, after: Element, shown: Element): void {
  for (const {name, value} of after.attributes) {
    if (before.getAttribute(name) !== value) shown.setAttribute(name, value)
  }
  for (const {name} of before.attributes) if (!after.hasAttribute(name)) shown.removeAttribute(name)
}

/** Leave what is the same, and change what lies between. */
function patchChildren(
  before: ReadonlyArray<ChildNode>,
  after: ReadonlyArray<ChildNode>,
  shown: ReadonlyArray<ShownNode>,
  parent: Element
): void {
  const same = alignLists(before.map(textOf), after.map(textOf))
  let [oldStart, freshStart] = [0, 0]
  for (const [oldEnd, freshEnd] of [...same, [before.length, after.length] as const]) {
    const old = before.slice(oldStart, oldEnd)
    const fresh = after.slice(freshStart, freshEnd)
    const live = shown.slice(oldStart, oldEnd)
    const paired = Math.min(old.length, fresh.length)
    for (let index = 0; index < paired; index++) patchNode(old[index], fresh[index], live[index])
    for (const {place} of live.slice(paired)) place.remove()
    const anchor = shown[oldEnd]?.place ?? null
    for (const node of fresh.slice(paired)) parent.insertBefore(imported(node), anchor)
    oldStart = oldEnd + 1
    freshStart = freshEnd + 1
  }
}

/** Equal for equal nodes. */
function textOf(node: ChildNode): string {
  return node instanceof Element ? node.outerHTML : `${node.nodeName} ${node.nodeValue}`
}

function patchNode(
  before: ChildNode | undefined,
  after: ChildNode | undefined,
  shown: ShownNode | undefined
): void {
  if (before === undefined || after === undefined || shown === undefined || before.isEqualNode(after)) return
  const {node, place} = shown
  const isSame = before.nodeName === after.nodeName
  if (isSame && before instanceof Element && after instanceof Element && node instanceof Element) {
    patchTree(before, after, node)
  } else if (isSame && after instanceof CharacterData && node instanceof CharacterData) {
    node.data = after.data
  } else place.replaceWith(imported(after))
}

function imported(node: Node): Node {
  return document.importNode(node, true)
}
