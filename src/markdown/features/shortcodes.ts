import type {RootContent, Text} from 'mdast'
import {calloutKinds} from '#src/model/callout-kinds.ts'
import type {ComponentAttribute, ComponentCall} from '#src/model/fragment.ts'
import {markComponent} from '../markers.ts'
import {placeOf} from '../place-of.ts'
import {attributeName, isPassedOver} from '../shortcodes/known-shortcodes.ts'
import {blockInLine} from '../shortcodes/messages.ts'
import {calloutNode} from './callouts.ts'
import type {ChangeContext, Feature} from './feature.ts'
import type {ShortcodeNode} from './nodes.ts'

/**
 * Shortcodes call components.
 *
 * @param hasCallouts
 *   Whether those with the names of callouts are such.
 */
export function shortcodes({hasCallouts}: {readonly hasCallouts: boolean}): Feature {
  return {
    changes: {
      shortcode: (node, context) => {
        if (!hasCallouts || !calloutKinds.has(node.tag.name)) return [toComponent(node, context)]
        if (node.spot === 'block') return [toCallout(node, context)]
        const {diagnostics, file} = context.notes
        diagnostics.push(blockInLine({file, place: placeOfCall(node).place}, node.tag.name))
        return node.children
      }
    }
  }
}

function toComponent(node: ShortcodeNode, {notes, text}: ChangeContext): RootContent {
  const {tag, spot, hasBlocks, children, position} = node
  const call: ComponentCall = {
    component: tag.name,
    spot,
    attributes: attributesOf(node),
    ...placeOfCall(node),
    written: node.written
  }
  return {
    type: 'component',
    call,
    tagName: markComponent(notes, text, call),
    hasBlocks,
    children,
    ...(position === undefined ? {} : {position})
  }
}

/** The first argument is the title. */
function toCallout(node: ShortcodeNode, context: ChangeContext): RootContent {
  const given = attributesOf(node)
  const title = given.find(({name}) => name === '0' || name === 'title')
  const {position, children} = node
  const text: Text | undefined = title && {type: 'text', value: title.value, ...(position && {position})}
  const callout = {
    kind: node.tag.name,
    title: text === undefined ? [] : [text],
    blocks: children,
    attributes: given.filter((attribute) => attribute !== title),
    place: placeOfCall(node).place
  }
  return calloutNode(callout, node, context)
}

function attributesOf({tag, position}: ShortcodeNode): ReadonlyArray<ComponentAttribute> {
  // What is included moves lines.
  const moved = (position?.start.line ?? tag.start.line) - tag.start.line
  return tag.attributes
    .filter(({name}) => !isPassedOver(tag.name, name))
    .map(({name, value, place}) => ({
      name: attributeName(tag.name, name),
      value,
      ...(place && {place: {...place, line: place.line + moved, endLine: place.endLine + moved}})
    }))
}

/** Of the tag that begins it. */
function placeOfCall(node: ShortcodeNode): Pick<ComponentCall, 'place'> {
  const place = placeOf(node)
  if (place === undefined) return {}
  const {start, end} = node.tag
  return {place: {...place, endLine: place.line + end.line - start.line, endColumn: end.column}}
}
