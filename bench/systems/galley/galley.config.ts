import {defineConfig} from 'galley'

export default defineConfig({
  title: 'Field notes',
  description: 'Articles to measure with.',
  baseUrl: 'https://example.org/',
  pageSize: 10,
  markdown: {highlight: process.env['BENCH_HIGHLIGHT'] === undefined ? false : 'classes'},
  taxonomies: {authors: false},
  // The other systems find none by what articles say.
  related: false
})
