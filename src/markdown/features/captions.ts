import type {Image, Nodes, Paragraph, PhrasingContent, Root} from 'mdast'
import type {VFile} from 'vfile'
import {listMdast} from '../list-nodes.ts'
import {type Notes, notesOf} from '../notes.ts'
import {endOf, startOf} from '../place-of.ts'
import {moveNode} from '../shortcodes/read-captions.ts'
import {restoreTexts} from './directives.ts'
import type {ElementNode} from './nodes.ts'

/** What a title must have to be more than text. */
const mayBeMarkup = /[*_`~[]|https?:|www\./

/** What a caption may have; of anything else the title is text. */
const captionTypes: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link'
])

/**
 * Read the titles of images that become figures: one with markup becomes a caption behind its image, and the image has no title any more.
 * Titles are no text to a parser of Markdown, so that they are parsed by themselves; one with escapes in it stays text.
 */
export function readImageCaptions(tree: Root, file: VFile): Promise<void> | undefined {
  if (!String(file.value).includes('![')) return undefined
  const notes = notesOf(file)
  const {parse} = notes
  const found = listMdast(tree).flatMap((node) => {
    const image = node.type === 'paragraph' ? figureImage(node) : undefined
    const isMarkup = image?.type === 'image' && mayBeMarkup.test(image.title ?? '')
    return node.type === 'paragraph' && image?.type === 'image' && isMarkup ? [{paragraph: node, image}] : []
  })
  if (parse === undefined || found.length === 0) return undefined
  const captions = found.map(async ({paragraph, image}) => {
    const children = await captionOf(image, {file, notes, parse})
    if (children === undefined) return
    image.title = null
    paragraph.children.push(figcaption(image, children))
  })
  return Promise.all(captions).then(() => undefined)
}

/** The image that a paragraph is made of, alone or in a link. */
export function figureImage({children}: Paragraph): PhrasingContent | undefined {
  const [content, ...others] = children.filter((child) => !isBlank(child))
  if (others.length > 0) return undefined
  return content?.type === 'link' && content.children.length === 1 ? content.children[0] : content
}

/** Whether a node is nothing but blanks. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

/** The caption of an image. */
export function figcaption({position}: Image, children: ReadonlyArray<PhrasingContent>): ElementNode {
  return {
    type: 'element',
    name: 'figcaption',
    properties: {},
    hasBlocks: false,
    children: [...children],
    ...(position === undefined ? {} : {position})
  }
}

interface Reading {
  readonly file: VFile
  readonly notes: Notes
  readonly parse: NonNullable<Notes['parse']>
}

/** What a title says as Markdown; `undefined` where it is text, or does not stand in the file as it is. */
async function captionOf(
  image: Image,
  {file, notes, parse}: Reading
): Promise<ReadonlyArray<PhrasingContent> | undefined> {
  const title = image.title ?? ''
  const text = String(file.value)
  const start = image.position?.start
  const from = startOf(image)
  const index = text.slice(from, endOf(image)).lastIndexOf(title)
  if (start === undefined || from === undefined || index === -1 || title.includes('\n')) return undefined
  const before = text.slice(from, from + index).split('\n')
  if (before.length > 1) return undefined
  const tree = await parse(title)
  for (const node of listMdast(tree)) {
    moveNode(node, {line: start.line, column: start.column + index, offset: from + index})
  }
  restoreTexts(tree, file)
  const nodes = listMdast(tree)
  const [paragraph, ...others] = tree.children
  // In what is included, addresses have been made to start from the article by now.
  const isMovable = notes.includedHtml === undefined || nodes.every(({type}) => type !== 'link')
  const isPlain = nodes.every(({type}) => captionTypes.has(type)) && isMovable
  return isPlain && paragraph?.type === 'paragraph' && others.length === 0 ? paragraph.children : undefined
}
