import {defineConfig} from 'galley'

export default defineConfig({
  title: 'Galley',
  description:
    'A static site generator for articles: as fast as the native ones, and it points at the character that is wrong.',
  language: 'en',
  markdown: {math: true},
  menus: {
    main: [
      {name: 'Guide', url: '/guide/'},
      {name: 'Reference', url: '/reference/'},
      {name: 'Articles', url: '/articles/'}
    ]
  },
  theme: {footer: 'Made with Galley.'},
  sections: {
    '': {list: ['articles']},
    guide: {order: ['weight', 'title'], defaults: {layout: 'docs'}},
    reference: {order: ['weight', 'title'], defaults: {layout: 'docs'}}
  }
})
