import type {RootContent} from 'mdast'

/** `nodes` with texts that follow each other joined to one, as parsers make them. */
export function joinTexts(nodes: ReadonlyArray<RootContent>): Array<RootContent> {
  const joined: Array<RootContent> = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') {
      joined.push(node)
      continue
    }
    const [start, end] = [last.position?.start, node.position?.end]
    const position = start === undefined || end === undefined ? undefined : {start, end}
    joined[joined.length - 1] = {
      type: 'text',
      value: last.value + node.value,
      ...(position === undefined ? {} : {position})
    }
  }
  return joined
}
