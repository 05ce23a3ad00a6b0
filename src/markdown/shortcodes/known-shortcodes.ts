import {calloutKinds} from '#src/model/callout-kinds.ts'

const pairedNames: ReadonlySet<string> = new Set([
  ...calloutKinds,
  'details',
  'highlight',
  'tabs',
  'tab',
  'steps',
  'cards',
  'file-tree'
])

const blockNames: ReadonlySet<string> = new Set([
  ...pairedNames,
  'figure',
  'youtube',
  'vimeo',
  'video',
  'card'
])

/** Those that stand for the address of a page. */
const referenceNames: ReadonlySet<string> = new Set(['ref', 'relref'])

/** Whether a shortcode makes no sense without an end. */
export function isPaired(name: string): boolean {
  return pairedNames.has(name)
}

/** Whether a shortcode stands for the address of a page. */
export function isReference(name: string): boolean {
  return referenceNames.has(name)
}

/** Whether a shortcode on a line of its own stands between paragraphs, whatever is around it. */
export function isBlock(name: string): boolean {
  return blockNames.has(name)
}

/** Whether a shortcode stands in a paragraph, even if it is alone there. */
export function isInline(name: string): boolean {
  return name === 'badge' || isReference(name)
}

/** What Hugo calls an attribute, by what the component calls it. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  youtube: {id: 'video'},
  vimeo: {id: 'video'}
}

/** The attribute of a component that an argument of its shortcode is. */
export function attributeName(shortcode: string, name: string): string {
  return renamed[shortcode]?.[name] ?? name
}

/** Arguments of a shortcode that ask for what is always so. */
const passedOver: Readonly<Record<string, ReadonlyArray<string>>> = {figure: ['loading', 'rel', 'target']}

/** Whether an argument of a shortcode has no meaning for its component. */
export function isPassedOver(shortcode: string, name: string): boolean {
  return passedOver[shortcode]?.includes(name) === true
}
