import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import type {Shortcode, ShortcodeArgument} from './find-shortcodes.ts'
import type {Captions} from './read-captions.ts'

/**
 * A figure of Hugo whose caption is its content, and the alternative text of an image without; `undefined` for all else.
 * `attr`, who made it, stands behind the caption, as a link to `attrlink` where there is one.
 */
export function captionedFigure(
  tag: Shortcode,
  captions: Captions
): {readonly tag: Shortcode; readonly children: Array<RootContent>} | undefined {
  if (tag.name !== 'figure' || argumentOf('src') === undefined) return undefined
  const [caption, attribution, target] = ['caption', 'attr', 'attrlink'].map(argumentOf)
  const said = phrasesOf(caption)
  const credit = phrasesOf(attribution)
  const children = [
    ...said,
    ...(said.length > 0 && credit.length > 0 ? [{type: 'text' as const, value: ' '}] : []),
    ...(target === undefined || credit.length === 0 ? credit : [linkTo(target, credit)])
  ]
  const alternative =
    caption === undefined || argumentOf('alt') !== undefined
      ? []
      : [{...caption, name: 'alt', value: said.map(textOf).join('')}]
  const attributes = tag.attributes.filter((argument) => argument !== attribution && argument !== target)
  return {tag: {...tag, attributes: [...attributes, ...alternative]}, children}

  function argumentOf(name: string): ShortcodeArgument | undefined {
    return tag.attributes.find((argument) => argument.name === name)
  }

  function phrasesOf(argument: ShortcodeArgument | undefined): ReadonlyArray<PhrasingContent> {
    return (argument && captions.get(argument)) ?? []
  }
}

function linkTo(
  {value, written, valueStart: start}: ShortcodeArgument,
  children: ReadonlyArray<PhrasingContent>
): PhrasingContent {
  const end = {...start, column: start.column + written.length, offset: start.offset + written.length}
  return {type: 'link', url: value, children: [...children], position: {start, end}}
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  if ('alt' in node) return node.alt ?? ''
  // A colon before a word, for which there is no component.
  if (node.type === 'textDirective' && node.children.length === 0) return `:${node.name}`
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
