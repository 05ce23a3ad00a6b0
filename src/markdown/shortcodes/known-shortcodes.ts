import {calloutKinds} from '#src/model/callout-kinds.ts'
import {ownValue} from '#src/model/own-value.ts'

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
  'card',
  'gist',
  'instagram',
  'tweet',
  'x'
])

/** Those that are words of a sentence. */
const inlineNames: ReadonlySet<string> = new Set(['badge', 'param'])

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
  return inlineNames.has(name) || isReference(name)
}

/** Arguments that Hugo reads as Markdown. */
const markdownNames: Readonly<Record<string, ReadonlyArray<string>>> = {figure: ['caption', 'attr']}

/** Whether an argument of a shortcode is Markdown. */
export function isMarkdown(shortcode: string, name: string): boolean {
  return ownValue(markdownNames, shortcode)?.includes(name) === true
}

/** What Hugo calls an attribute, by what the component calls it. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  youtube: {id: 'video', 1: 'class', 2: 'title'},
  vimeo: {id: 'video', 1: 'class', 2: 'title'},
  gist: {id: 'gist'},
  x: {id: 'post'},
  tweet: {id: 'post'},
  instagram: {id: 'post'}
}

/** The attribute of a component that an argument of its shortcode is. */
export function attributeName(shortcode: string, name: string): string {
  return ownValue(ownValue(renamed, shortcode) ?? {}, name) ?? name
}

/** Arguments of a shortcode that ask for what is always so: videos are loaded and played when a reader clicks. */
const passedOver: Readonly<Record<string, ReadonlyArray<string>>> = {
  youtube: ['allowFullScreen', 'autoplay', 'loading'],
  vimeo: ['allowFullScreen', 'autoplay', 'loading']
}

/** Whether an argument of a shortcode has no meaning for its component. */
export function isPassedOver(shortcode: string, name: string): boolean {
  return ownValue(passedOver, shortcode)?.includes(name) === true
}
