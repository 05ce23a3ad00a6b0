import {defineConfig} from 'galley'

export default defineConfig({
  title: 'Galley',
  description:
    'A static site generator for articles: as fast as the native ones, and it points at the character that is wrong.',
  language: 'en',
  markdown: {math: true, checkCode: true},
  search: true,
  contentSecurityPolicy: true,
  menus: {
    main: [
      {name: 'Guide', url: '/guide/'},
      {name: 'Reference', url: '/reference/'},
      {
        name: 'Articles',
        url: '/articles/',
        children: [
          {name: 'By year', url: '/archive/'},
          {name: 'Series', url: '/series/'},
          {name: 'Tags', url: '/tags/'},
          {name: 'Authors', url: '/authors/'}
        ]
      }
    ],
    footer: [
      {name: 'About', url: '/about/'},
      {name: 'Categories', url: '/categories/'},
      {name: 'Archive', url: '/archive/'}
    ]
  },
  // Pages of a guide are found by their titles, and an article may be the first of its tag.
  checks: {'site/short-description': 'off', 'site/single-term': 'off'},
  theme: {footer: 'Made with Galley.'},
  sections: {
    articles: {pageSize: 6},
    guide: {order: ['weight', 'title'], defaults: {layout: 'docs'}},
    reference: {order: ['weight', 'title'], defaults: {layout: 'docs'}}
  }
})
