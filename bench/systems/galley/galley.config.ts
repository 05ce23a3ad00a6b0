import {defineConfig} from 'galley'

export default defineConfig({
  title: 'Field notes',
  description: 'Articles to measure with.',
  baseUrl: 'https://example.org/',
  pageSize: 10,
  taxonomies: {authors: false}
})
