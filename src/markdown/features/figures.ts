import type {Image, Paragraph, RootContent, Text} from 'mdast'
import type {Feature} from './feature.ts'
import type {ElementNode} from './nodes.ts'

/** An image by itself is a figure, with its title as caption; no image keeps the page from being read before it has come. */
export const figures: Feature = {
  changes: {image: loadLater, imageReference: loadLater, paragraph: toFigure}
}

function loadLater(image: RootContent): undefined {
  image.data = {...image.data, hProperties: {loading: 'lazy', decoding: 'async'}}
}

function toFigure({children, position}: Paragraph): ReadonlyArray<RootContent> | undefined {
  const [content, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  if (content === undefined || others.length > 0) return undefined
  const image = content.type === 'link' && content.children.length === 1 ? content.children[0] : content
  const isImage = image?.type === 'image' || image?.type === 'imageReference'
  if (!isImage) return undefined
  const caption = image.type === 'image' ? takeTitle(image) : undefined
  const figure: ElementNode = {
    type: 'element',
    name: 'figure',
    properties: {},
    hasBlocks: true,
    children: caption === undefined ? [content] : [content, caption],
    ...(position === undefined ? {} : {position})
  }
  return [figure]
}

/** What was in quotes after the address of an image, as its caption. */
function takeTitle(image: Image): ElementNode | undefined {
  const {title, position} = image
  if (title === null || title === undefined || title.trim() === '') return undefined
  image.title = null
  const at = position === undefined ? {} : {position}
  const text: Text = {type: 'text', value: title, ...at}
  return {type: 'element', name: 'figcaption', properties: {}, hasBlocks: false, children: [text], ...at}
}
