import type {Image, Paragraph, RootContent} from 'mdast'
import type {MarkdownFeatures} from '#src/model/markdown-options.ts'
import {type QuoteMarks, quoteMarksOf} from '../prose/quote-marks.ts'
import {punctuateLine} from '../prose/smart-punctuation.ts'
import {figcaption, figureImage, isBlank, readImageCaptions} from './captions.ts'
import type {Feature} from './feature.ts'
import type {ElementNode} from './nodes.ts'

/** An image by itself is a figure, with its title as caption; no image keeps the page from being read before it has come. */
export function figuresFeature({smartPunctuation}: Pick<MarkdownFeatures, 'smartPunctuation'>): Feature {
  const marks = smartPunctuation === false ? undefined : quoteMarksOf(smartPunctuation)
  return {
    prepare: readImageCaptions,
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
  paragraph: Paragraph,
  marks: QuoteMarks | undefined
): ReadonlyArray<RootContent> | undefined {
  const [first] = paragraph.children
  // As most paragraphs begin.
  if (first?.type === 'text' && !isBlank(first)) return undefined
  const read = paragraph.children.find(isCaption)
  const children = paragraph.children.filter((child) => child !== read && !isBlank(child))
  const image = figureImage({...paragraph, children})
  const isImage = image?.type === 'image' || image?.type === 'imageReference'
  if (!isImage) return undefined
  const caption = read ?? (image.type === 'image' ? takeTitle(image, marks) : undefined)
  const {position} = paragraph
  const figure: ElementNode = {
    type: 'element',
    name: 'figure',
    properties: {},
    hasBlocks: true,
    children: caption === undefined ? children : [...children, caption],
    ...(position === undefined ? {} : {position})
  }
  return [figure]
}

function isCaption(node: RootContent): node is ElementNode {
  return node.type === 'element' && node.name === 'figcaption'
}

/** What was in quotes after the address of an image, as its caption. */
function takeTitle(image: Image, marks: QuoteMarks | undefined): ElementNode | undefined {
  const {title, position} = image
  if (title === null || title === undefined || title.trim() === '') return undefined
  image.title = null
  // A title is no text to a parser: what was escaped in it cannot be told.
  const value = marks === undefined ? title : punctuateLine(title, marks)
  return figcaption(image, [{type: 'text', value, ...(position === undefined ? {} : {position})}])
}
