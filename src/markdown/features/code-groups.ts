import type {Element, ElementContent} from 'hast'
import type {Code, RootContent} from 'mdast'
import {readFence} from '../code/fence.ts'
import {unnamedCode} from '../code/messages.ts'
import {titleOf} from '../code/read-block.ts'
import {emptyCodeGroup} from '../messages.ts'
import {placeOf} from '../place-of.ts'
import {type ContainerDirective, contentOf, readHeader} from './directive-header.ts'
import type {ChangeContext, Feature} from './feature.ts'
import type {ElementNode, HtmlTreeNode} from './nodes.ts'

/**
 * `:::code-group` around blocks of code makes tabs of them, with the markup of the component `tabs`. Groups with the same labels
 * are in step, unless `{sync=…}` says otherwise.
 */
export const codeGroups: Feature = {changes: {containerDirective: toTabs}}

interface Tab {
  readonly label: string
  readonly blocks: Array<RootContent>
}

function toTabs(
  directive: ContainerDirective,
  {notes, text}: ChangeContext
): ReadonlyArray<RootContent> | undefined {
  if (directive.name !== 'code-group') return undefined
  const before: Array<RootContent> = []
  const tabs: Array<Tab> = []
  for (const block of contentOf(directive)) {
    const label = isCode(block) ? labelOf(block, text) : undefined
    if (isCode(block)) {
      if (label === undefined) notes.diagnostics.push(unnamedCode({file: notes.file, place: placeOf(block)}))
      tabs.push({label: label ?? String(tabs.length + 1), blocks: [withoutTitle(block)]})
    } else (tabs.at(-1)?.blocks ?? before).push(block)
  }
  const {place, attributes} = readHeader(directive, text)
  if (tabs.length === 0) {
    notes.diagnostics.push(emptyCodeGroup({file: notes.file, place}))
    return before
  }
  notes.features.add('tabs')
  const sync = attributes.find(({name}) => name === 'sync')?.value
  const {position} = directive
  const group = element('div', 'tabs', [...before, ...tabs.map(toSection)])
  group.properties['dataSync'] = sync ?? tabs.map(({label}) => label).join(', ')
  if (position !== undefined) group.position = position
  return [group]
}

function isCode(block: RootContent): block is Code | HtmlTreeNode {
  return block.type === 'code' || (block.type === 'htmlTree' && block.toHast().some(isCodeElement))
}

function isCodeElement(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  const {className} = node.properties
  return node.tagName === 'pre' || (Array.isArray(className) && className.includes('code'))
}

function labelOf(block: Code | HtmlTreeNode, text: string): string | undefined {
  if (block.type === 'htmlTree') return block.label
  const fence = readFence(block, text)
  return titleOf(fence) ?? (fence.language === '' ? undefined : fence.language)
}

/** The label of the tab says it. */
function withoutTitle(block: Code | HtmlTreeNode): RootContent {
  if (block.type === 'code') return block
  // What it writes by itself has the title.
  const {write: _, ...others} = block
  return {
    ...others,
    toHast: () => block.toHast().flatMap((node) => (isFigure(node) ? node.children.slice(1) : [node]))
  }
}

function isFigure(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'figure'
}

function toSection({label, blocks}: Tab): RootContent {
  const heading = element('p', 'tab-label', [{type: 'text', value: label}])
  const section = element('section', 'tab', [{...heading, hasBlocks: false}, ...blocks])
  section.properties['dataLabel'] = label
  return section
}

function element(name: string, className: string, children: Array<RootContent>): ElementNode {
  return {type: 'element', name, properties: {className: [className]}, hasBlocks: true, children}
}
