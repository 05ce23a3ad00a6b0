/** A node of the page as it is shown. */
export interface ShownNode {
  /** What became of the node that was sent. */
  readonly node: Node
  /** Its place among the children of the parent: what scripts have wrapped around it, else itself. */
  readonly place: ChildNode
}

/**
 * Of each child that was sent the one that is shown; `undefined` when one cannot be found. Scripts put things before, between, behind
 * and around what was sent.
 */
export function matchNodes(
  sent: ReadonlyArray<Node>,
  shown: ReadonlyArray<ChildNode>
): ReadonlyArray<ShownNode> | undefined {
  const matches: Array<ShownNode> = []
  let next = 0
  for (const wanted of sent) {
    let match: ShownNode | undefined
    while (match === undefined && next < shown.length) match = matchNode(wanted, shown[next++])
    if (match === undefined) return undefined
    matches.push(match)
  }
  return matches
}

function matchNode(wanted: Node, place: ChildNode | undefined): ShownNode | undefined {
  if (place === undefined) return undefined
  if (place.nodeName === wanted.nodeName) return {node: place, place}
  if (!(wanted instanceof Element) || !(place instanceof Element)) return undefined
  const inside = place.querySelector(`:scope > ${CSS.escape(wanted.localName)}`)
  return inside === null ? undefined : {node: inside, place}
}
