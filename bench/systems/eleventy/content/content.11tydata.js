const wordsPerMinute = 200

export default {
  layout: 'article.njk',
  permalink: ({page}) => `${page.filePathStem.replace(/^\/content/, '')}/`,
  eleventyComputed: {
    readingMinutes: ({page}) => Math.ceil(page.rawInput.split(/\s+/).length / wordsPerMinute)
  }
}
