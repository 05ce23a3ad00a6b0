import type {Image, Paragraph, RootContent, Text} from 'mdast'
import type {MarkdownFeatures} from '#src/model/markdown-options.ts'
import {type QuoteMarks, quoteMarksOf} from '../prose/quote-marks.ts'
import {punctuateLine} from '../prose/smart-punctuation.ts'
import type {Feature} from './feature.ts'
import type {ElementNode} from './nodes.ts'

/** An image by itself is a figure, with its title as caption; no image keeps the page from being read before it has come. */
export function figuresFeature({smartPunctuation}: Pick<MarkdownFeatures, 'smartPunctuation'>): Feature {
  const marks = smartPunctuation === false ? undefined : quoteMarksOf(smartPunctuation)
  return {
    changes: {
      image: loadLater,
      imageReference: loadLater,
      paragraph: (paragraph) => toFigure(paragraph, marks)
    }
  }
}

function loadLater(image: RootContent): undefined {
  image.data = {...image.data, hProperties: {loading: 'lazy', decoding: 'async'}}
}

function toFigure(
  {children, position}: Paragraph,
  marks: QuoteMarks | undefined
): ReadonlyArray<RootContent> | undefined {
  const [content, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  if (content === undefined || others.length > 0) return undefined
  const image = content.type === 'link' && content.children.length === 1 ? content.children[0] : content
  const isImage = image?.type === 'image' || image?.type === 'imageReference'
  if (!isImage) return undefined
  const caption = image.type === 'image' ? takeTitle(image, marks) : undefined
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
function takeTitle(image: Image, marks: QuoteMarks | undefined): ElementNode | undefined {
  const {title, position} = image
  if (title === null || title === undefined || title.trim() === '') return undefined
  image.title = null
  const at = position === undefined ? {} : {position}
  // A title is no text to a parser: what was escaped in it cannot be told.
  const value = marks === undefined ? title : punctuateLine(title, marks)
  const text: Text = {type: 'text', value, ...at}
  return {type: 'element', name: 'figcaption', properties: {}, hasBlocks: false, children: [text], ...at}
}
