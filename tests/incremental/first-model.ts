import type {JsonObject} from '#src/model/json.ts'
import type {ModelSource, SiteModel} from './model.ts'

/** Files that articles include, none of which is missing in a sound site. */
export const sharedFiles: SiteModel['assets'] = {
  'shared/part.md': 'Shared, as is [alpha](../content/articles/alpha.md).\n\n```ts file="code.ts"\n```\n',
  'shared/code.ts': '// #region a\nconst a = 1\n// #endregion\n'
}

/** Articles enough to be related: each has a matter in common with some of the others. */
const garden: SiteModel['sources'] = Object.fromEntries(
  ['apple tree', 'pear tree', 'plum tree', 'rose bush', 'holly bush', 'mint bed', 'sage bed', 'fern bed'].map(
    (name, number) => {
      const [plant = '', kind = ''] = name.split(' ')
      const text = `The ${plant} is a ${kind}. Water each ${kind} in ${number % 2 === 0 ? 'spring' : 'autumn'}.`
      return [`content/garden/${plant}.md`, source({title: plant}, text)]
    }
  )
)

/** A small site that has something of everything; sequences of edits begin with it. */
export const firstModel: SiteModel = {
  sources: {
    'content/_index.md': source({title: 'Field notes'}, 'Welcome. Read [alpha](articles/alpha.md).'),
    'content/about.md': source(
      {title: 'About', aliases: ['/imprint/']},
      'Of <b>this</b> **site**, [notes](/notes/).'
    ),
    'content/articles/_index.md': source(
      {cascade: {author: 'Ada', tags: ['all']}},
      '# Articles\n\nAll **of** them.'
    ),
    'content/articles/alpha.md': source(
      {title: 'Alpha', date: '2024-01-03', tags: ['Rust', 'news'], category: 'main', aliases: ['/first/']},
      'The **first**, before [beta](beta.md#a-part).\n\n<!-- more -->\n\n## Letters\n\nMore text.'
    ),
    'content/articles/beta.md': source(
      {title: 'Beta', date: '2024-01-02', tags: ['rust'], categories: ['main', 'other']},
      'Second.\n\n## A part\n\nOf beta.'
    ),
    'content/articles/2024-01-05-gamma.md': source({tags: ['C', 'C++']}, '# Gamma\n\nTitled by its heading.'),
    'content/articles/delta/index.md': source(
      {title: 'Delta', date: '2024-02-01', preview_image: 'picture.svg'},
      '![A picture](picture.svg) and [data](data.csv).'
    ),
    'content/articles/epsilon.md': source({title: 'Epsilon', date: '2024-02-02', draft: true}, 'Not yet.'),
    'content/articles/zeta.md': source({title: 'Zeta', date: '2024-06-02', tags: ['news']}, 'Tomorrow.'),
    'content/notes/one.md': source(
      {title: 'One', weight: 1, author: 'Bob'},
      'See [zeta](../articles/zeta.md).'
    ),
    'content/notes/two.md': source(
      {title: 'Two', weight: 2, tags: ['文字'], layout: 'wide'},
      'See [nothing](three/nowhere.md).'
    ),
    'content/notes/three.md': source({title: 'Three', unlisted: true}, 'Quiet.'),
    'content/docs/setup.md': source(
      {title: 'Set up', expiryDate: '2024-06-03'},
      'See [start](guides/start.md).\n\n::include{file="/shared/part.md"}'
    ),
    'content/docs/guides/_index.md': source({title: 'Guides', weight: 3}, 'Step by step.'),
    'content/docs/old.md': source(
      {title: 'Old', expiryDate: '2024-05-01', layout: 'wide'},
      'Gone <b>soon</b>.'
    ),
    'content/docs/guides/start.md': source({title: 'Start'}, '```ts\nconst a = 1\n```\n\n[Up](../setup.md)'),
    ...garden,
    'content/tags/rust/_index.md': source({title: 'All on Rust'}, 'Of the **language**.')
  },
  assets: {
    'content/articles/delta/picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1"/>',
    'content/articles/delta/data.csv': 'a,b\n',
    ...sharedFiles,
    'public/robots.txt': 'User-agent: *\n',
    'public/files/list.txt': 'one\n'
  },
  config: {
    title: 'Field notes',
    baseUrl: 'https://example.org/',
    pageSize: 3,
    menus: {
      main: [
        {name: 'Articles', url: '/articles/'},
        {name: 'About', url: 'content/about.md'}
      ]
    },
    sections: {notes: {order: ['weight'], defaults: {description: 'A note'}}},
    environments: {staging: {title: 'Staged notes'}}
  },
  shout: '!',
  templates: {
    home: 'h1',
    article: 'a1',
    term: 't1',
    wide: 'w1',
    'partials/card': 'c1',
    'partials/badge': 'b1'
  },
  options: {},
  day: 0
}

function source(fields: JsonObject, body: string): ModelSource {
  return {fields, body}
}
