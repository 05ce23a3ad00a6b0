import sitemap from '@astrojs/sitemap'
import {defineConfig} from 'astro/config'

export default defineConfig({
  site: 'https://example.org',
  trailingSlash: 'always',
  cacheDir: './.cache/astro',
  vite: {cacheDir: './.cache/vite'},
  devToolbar: {enabled: false},
  integrations: [sitemap()],
  markdown: {syntaxHighlight: process.env.BENCH_HIGHLIGHT === undefined ? false : 'shiki'}
})
