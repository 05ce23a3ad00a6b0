import type {Nodes, RootContent} from 'mdast'
import type {Feature} from './feature.ts'
import type {ElementNode} from './nodes.ts'

type DefinitionNode = Extract<Nodes, {type: 'defList' | 'defListTerm' | 'defListDescription'}>

/** Terms, each with what it means, as `remark-definition-list` finds them. */
export const definitionLists: Feature = {
  changes: {
    defList: (list) => [elementOf('dl', list, list.children)],
    defListTerm: (term) => [elementOf('dt', term, term.children)],
    defListDescription: (description) => [elementOf('dd', description, withoutParagraph(description))]
  }
}

function elementOf(
  name: 'dl' | 'dt' | 'dd',
  {position}: DefinitionNode,
  children: ReadonlyArray<RootContent>
): ElementNode {
  const hasBlocks = name === 'dl' || (name === 'dd' && children.some(({type}) => blockTypes.has(type)))
  return {
    type: 'element',
    name,
    properties: {},
    hasBlocks,
    children: [...children],
    ...(position === undefined ? {} : {position})
  }
}

const blockTypes: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'list',
  'blockquote',
  'code',
  'table',
  'element',
  'htmlTree',
  'component',
  'html',
  'thematicBreak',
  'definition',
  'footnoteDefinition'
])

/** A meaning that is one paragraph right after its term is written without it, like an item of a list. */
function withoutParagraph({
  spread,
  children
}: Extract<DefinitionNode, {type: 'defListDescription'}>): ReadonlyArray<RootContent> {
  const [first, ...others] = children
  return !spread && others.length === 0 && first?.type === 'paragraph' ? first.children : children
}
