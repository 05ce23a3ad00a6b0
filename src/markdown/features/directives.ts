import type {Parents, PhrasingContent, Root, RootContent, Text} from 'mdast'
import type {VFile} from 'vfile'
import {listMdast} from '../list-nodes.ts'
import {markComponent} from '../markers.ts'
import {endOf, startOf} from '../place-of.ts'
import {checkContainers} from './check-containers.ts'
import {contentOf, type Directive, readHeader} from './directive-header.ts'
import type {ChangeContext, Feature} from './feature.ts'
import {joinTexts} from './join-texts.ts'
import {linkAddresses, restOfAddress} from './mail-addresses.ts'

/** Directives call components. */
export const directives: Feature = {
  changes: {containerDirective: callComponent, leafDirective: callComponent, textDirective: callComponent},
  // Before all other features, which look for what they know in whole texts.
  prepare: (tree, file) => {
    checkContainers(tree, file)
    restoreTexts(tree, file)
    return undefined
  }
}

function callComponent(directive: Directive, {notes, text}: ChangeContext): ReadonlyArray<RootContent> {
  const {place, label, attributes} = readHeader(directive, text)
  const isContainer = directive.type === 'containerDirective'
  const call = {
    component: directive.name,
    spot: directive.type === 'textDirective' ? ('inline' as const) : ('block' as const),
    attributes: isContainer ? withTitle(attributes, label) : attributes,
    ...(place === undefined ? {} : {place})
  }
  const {position} = directive
  return [
    {
      type: 'component',
      call,
      tagName: markComponent(notes, text, call),
      hasBlocks: isContainer,
      children: isContainer ? contentOf(directive) : directive.children,
      ...(position === undefined ? {} : {position})
    }
  ]
}

type Attributes = ReturnType<typeof readHeader>['attributes']

/** A container has content beside its label, which is its title. */
function withTitle(attributes: Attributes, label: ReadonlyArray<PhrasingContent>): Attributes {
  const isTitled = attributes.some(({name}) => name === 'title')
  return label.length === 0 || isTitled
    ? attributes
    : [...attributes, {name: 'title', value: label.map(lineOf).join('').trim()}]
}

function lineOf(node: PhrasingContent): string {
  if ('value' in node) return node.value ?? ''
  return 'children' in node ? node.children.map((child) => lineOf(child as PhrasingContent)).join('') : ''
}

/** Restore texts, for a colon before a word is nearly always a colon before a word: `a:b`, `8:am`, `:smile:`. */
export function restoreTexts(tree: Root, file: VFile): undefined {
  const text = String(file.value)
  if (!/:[^\s\p{P}\p{S}]/u.test(text)) return
  for (const node of listMdast(tree)) {
    if (!('children' in node)) continue
    if (node.children.some(isBareWord)) node.children = restored(node, text) as typeof node.children
  }
}

function restored({type, children}: Parents, text: string): Array<RootContent> {
  const joined: Array<RootContent> = []
  for (const child of children) {
    const rest = isBareWord(child) ? asWritten(child, text) : restOfAddress(child, joined.at(-1))
    joined.push(...joinTexts([...joined.splice(-1), rest ?? child]))
  }
  // A link has no other in it.
  if (type === 'link' || type === 'linkReference') return joined
  return joined.flatMap((child): ReadonlyArray<RootContent> => {
    return child.type === 'text' ? linkAddresses(child) : [child]
  })
}

function asWritten(node: RootContent, text: string): Text {
  const {position} = node
  return {type: 'text', value: text.slice(startOf(node), endOf(node)), ...(position && {position})}
}

function isBareWord(node: RootContent): boolean {
  if (node.type !== 'textDirective' || startOf(node) === undefined) return false
  return node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0
}
