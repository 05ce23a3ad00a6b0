import rss from '@11ty/eleventy-plugin-rss'
import highlight from '@11ty/eleventy-plugin-syntaxhighlight'
import anchor from 'markdown-it-anchor'
import contents from 'markdown-it-toc-done-right'
import {addListings} from './listings.js'

const dayFormat = new Intl.DateTimeFormat('en', {dateStyle: 'medium', timeZone: 'UTC'})

export default function configure(eleventyConfig) {
  eleventyConfig.setQuietMode(true)
  eleventyConfig.addGlobalData('site', {
    title: 'Field notes',
    description: 'Articles to measure with.',
    url: 'https://example.org'
  })
  eleventyConfig.addPassthroughCopy({public: '/'})
  eleventyConfig.addPlugin(rss)
  if (process.env.BENCH_HIGHLIGHT !== undefined) eleventyConfig.addPlugin(highlight)
  eleventyConfig.amendLibrary('md', (markdown) => {
    markdown.use(anchor).use(contents, {level: [2, 3], listType: 'ul', containerClass: 'contents'})
  })
  eleventyConfig.addPreprocessor('contents', 'md', (_, text) => `[[toc]]\n\n${text}`)
  eleventyConfig.addFilter('day', (date) => dayFormat.format(date))
  eleventyConfig.addFilter('isoDay', (date) => date.toISOString().slice(0, 10))
  eleventyConfig.addFilter('head', (values, count) => values.slice(0, count))
  addListings(eleventyConfig)
  return {
    dir: {input: '.', output: '_site'},
    templateFormats: ['md', 'njk'],
    // The articles have no template code, and some show it.
    markdownTemplateEngine: false
  }
}
