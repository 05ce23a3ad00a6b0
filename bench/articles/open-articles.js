import {frontMatterOf} from './front-matter.js'
import {generatedText} from './generated-text.js'
import {realTexts} from './real-texts.js'

/**
 * The articles of a site, each made when it is asked for, so that a hundred thousand need no memory.
 *
 * @param {{count: number, from?: string}} options
 *   `from` is a folder of Markdown to repeat instead of generated texts.
 */
export function openArticles({count, from}) {
  const texts = from === undefined ? undefined : realTexts(from)
  const textOf = texts === undefined ? generatedText : (number) => texts[number % texts.length]
  return {
    count,
    from,
    article: (number) => ({...frontMatterOf(number, count), text: textOf(number, count)})
  }
}
