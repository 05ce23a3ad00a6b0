import {quoteMarksOf} from '#src/markdown/prose/quote-marks.ts'
import {punctuateLine} from '#src/markdown/prose/smart-punctuation.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import type {MarkdownFeatures} from '#src/model/markdown-options.ts'

/** Gives front matter that readers see the punctuation that texts have. */
export type TypesetFrontMatter = (frontMatter: FrontMatter) => FrontMatter

const fields = ['title', 'description', 'shortDescription'] as const

/** Front matter as a site with these features shows it: titles and descriptions are plain text, in which nothing is escaped. */
export function frontMatterTypesetter({
  smartPunctuation
}: Pick<MarkdownFeatures, 'smartPunctuation'>): TypesetFrontMatter {
  if (smartPunctuation === false) return (frontMatter) => frontMatter
  const marks = quoteMarksOf(smartPunctuation)
  return (frontMatter) => {
    const typeset = {...frontMatter}
    for (const field of fields) {
      const line = typeset[field]
      if (line !== undefined) typeset[field] = punctuateLine(line, marks)
    }
    return typeset
  }
}
