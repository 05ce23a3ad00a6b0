import type {Nodes, Parents, Root} from 'mdast'
import type {Node, Parent, Point} from 'unist'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {readHeader} from '../features/directive-header.ts'
import {listMdast} from '../list-nodes.ts'
import {endOf, startOf} from '../place-of.ts'
import {closeUpContainers} from '../spaced-containers.ts'
import {placeImports} from './code-imports.ts'
import {includeCode} from './include-code.ts'
import {parseIncluded} from './include-markdown.ts'
import {type Including, type Inclusion, openInclude, spotOf, tell} from './inclusion.ts'
import {type InsertedText, type JoinedText, joinText, plainText} from './joined-text.ts'
import {importInText, includeWithoutFile} from './messages.ts'

/** What including files into an article takes, and where diagnostics go. */
export type IncludeRequest = Omit<Inclusion, 'footnotes' | 'fileCount' | 'characterCount'> & {
  /** Text of the article, as it was parsed. */
  readonly text: string
}

/**
 * Put files in the place of what includes them: code in fences that name a file and in lines that import it, and blocks for `::include{file="…"}`.
 *
 * Diagnostics: `markdown/include-…`, at the attribute where that is to be found, in the file that includes.
 *
 * @returns
 *   The text that positions in the tree count in from here on, which has all texts that are included as Markdown.
 */
export async function expandIncludes(tree: Root, {text, ...request}: IncludeRequest): Promise<JoinedText> {
  const footnotes = new Set<string>()
  for (const node of listMdast(tree)) {
    if (node.type === 'footnoteDefinition') footnotes.add(node.identifier)
  }
  const inclusion: Inclusion = {...request, footnotes, fileCount: 0, characterCount: 0}
  return expand(tree, {chain: [request.article], path: request.article, text}, inclusion)
}

type IncludeDirective = Extract<Nodes, {type: 'leafDirective'}>

async function expand(tree: Root, including: Including, inclusion: Inclusion): Promise<JoinedText> {
  for (const position of placeImports(tree, including.text)) {
    tell(importInText(spotOf('file', position, including)), including, inclusion)
  }
  const blocks = new Map<Node, Root>()
  const inserted: Array<IncludedBlocks> = []
  const parents = new Set<Parents>()
  for (const {node, parent} of listIncludes(tree, including, inclusion)) {
    const included = await includeBlocks(node, including, inclusion)
    parents.add(parent)
    blocks.set(node, included?.tree ?? {type: 'root', children: []})
    if (included !== undefined) inserted.push(included)
  }
  const joined = inserted.length === 0 ? undefined : joinText(including.text, inserted)
  if (joined !== undefined) {
    movePoints(tree, joined.move)
    for (const [index, {tree}] of inserted.entries()) {
      movePoints(tree, (point) => joined.moveInserted(index, point))
    }
  }
  for (const parent of parents) replaceChildren(parent, blocks)
  return joined ?? plainText(including.text)
}

/** Fences get their code on the way; directives wait, in order of the text. */
function listIncludes(
  tree: Root,
  including: Including,
  inclusion: Inclusion
): ReadonlyArray<{readonly node: IncludeDirective; readonly parent: Parents}> {
  const found: Array<{readonly node: IncludeDirective; readonly parent: Parents}> = []
  for (const parent of listMdast(tree)) {
    if (parent.type === 'code') includeCode(parent, including, inclusion)
    if (!('children' in parent)) continue
    for (const node of parent.children) {
      if (node.type === 'leafDirective' && node.name === 'include') found.push({node, parent})
    }
  }
  return found.sort((a, b) => (startOf(a.node) ?? 0) - (startOf(b.node) ?? 0))
}

interface IncludedBlocks extends InsertedText {
  readonly tree: Root
}

/** What stands in the place of a directive; `undefined` after an error. */
async function includeBlocks(
  node: IncludeDirective,
  including: Including,
  inclusion: Inclusion
): Promise<IncludedBlocks | undefined> {
  const header = readHeader(node, including.text)
  const {position} = node
  const [file, region, lines] = ['file', 'region', 'lines'].map(
    (name) => header.attributes.find((attribute) => attribute.name === name)?.value
  )
  if (file === undefined) {
    tell(includeWithoutFile(spotOf('file', position, including)), including, inclusion)
    return undefined
  }
  const opened = openInclude({file, region, lines, isMarkdown: true, position}, including, inclusion)
  if (opened === undefined) return undefined
  const included = {...opened, text: closeUpContainers(opened.text, 0)}
  const {path, lineNumbers, indentation} = included
  const isInArticle = including.chain.length === 1
  const place: Place | undefined = isInArticle ? header.place : including.place
  const inner: Including = {...included, chain: [...including.chain, path], place}
  const tree = await parseIncluded(inner, inclusion)
  const joined = await expand(tree, inner, inclusion)
  const after = endOf(node) ?? including.text.length
  return {...joined, tree, path, lineNumbers, indentation, place, after}
}

function movePoints(tree: Root, move: (point: Point) => Point): void {
  for (const node of listMdast(tree)) {
    if (node.position !== undefined) {
      node.position = {start: move(node.position.start), end: move(node.position.end)}
    }
  }
}

function replaceChildren(parent: Parent, blocks: ReadonlyMap<Node, Parent>): void {
  parent.children = parent.children.flatMap((node) => blocks.get(node)?.children ?? [node])
}
