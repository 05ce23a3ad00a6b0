import {describe, test} from 'vitest'
import {checkHistory, type Edit} from './check-history.ts'
import {knownSite, replacing} from './known-site.ts'

/** A bug that other generators have had: what is edited, and which files the first edit changes. */
interface Bug {
  readonly name: string
  readonly issue: string
  readonly changes: ReadonlyArray<string>
  readonly edits: readonly [Edit, ...ReadonlyArray<Edit>]
}

const one = 'content/articles/one.md'
const two = 'content/articles/two.md'
const three = 'content/articles/three.md'
const home = 'index.html'
const oneOut = 'articles/one/index.html'
const twoOut = 'articles/two/index.html'
const threeOut = 'articles/three/index.html'

/** By the number and name of the class of bugs. */
const bugsByClass: Readonly<Record<string, ReadonlyArray<Bug>>> = {
  '1: listings that do not depend on their members': [
    {
      name: 'a title shows in every listing',
      issue: 'jekyll#3411',
      changes: [home, 'articles/index.html', 'tags/x/index.html', oneOut],
      edits: [{files: {[one]: replacing('One', 'Uno')}}]
    },
    {
      name: 'a title shows beside the neighbors',
      issue: 'gatsby#26520',
      changes: [twoOut],
      edits: [{files: {[one]: replacing('One', 'Uno')}}]
    },
    {
      name: 'an article that goes joins its neighbors',
      issue: 'jekyll#3872',
      changes: [oneOut, threeOut],
      edits: [{files: {[two]: undefined}}]
    },
    {
      name: 'a new article pushes others to the next part',
      issue: 'jekyll#4112',
      changes: ['articles/index.html', 'articles/page/2/index.html'],
      edits: [{files: {'content/articles/new.md': '---\ntitle: New\ndate: 2024-05-01\n---\n'}}]
    },
    {
      name: 'an excerpt shows on the home page',
      issue: '11ty#3505',
      changes: [home],
      edits: [{files: {[one]: replacing('First', 'Edited')}}]
    },
    {
      name: 'a text shows on the pages of its terms',
      issue: '11ty#2992',
      changes: ['tags/x/index.html'],
      edits: [{files: {[one]: replacing('First', 'Edited')}}]
    },
    {
      name: 'a date reorders listings and neighbors',
      issue: 'hugo#7085',
      changes: ['articles/index.html', oneOut, threeOut],
      edits: [{files: {[one]: replacing('01-03', '01-01')}}]
    },
    {
      name: 'a draft leaves the listings, and comes back',
      issue: 'jekyll#7150',
      changes: ['articles/index.html', 'tags/x/index.html'],
      edits: [
        {files: {[one]: replacing('title', 'draft: true\ntitle')}},
        {files: {[one]: replacing('draft: true\n', '')}}
      ]
    },
    {
      name: 'the number of pages shows beside a term',
      issue: '11ty#2710',
      changes: ['tags/index.html'],
      edits: [{files: {[one]: replacing('[x]', '[x, y]')}}]
    }
  ],
  '4: a source that is removed or renamed leaves its output': [
    {name: 'a deleted article', issue: '11ty#19', changes: [oneOut], edits: [{files: {[one]: undefined}}]},
    {
      name: 'a renamed article',
      issue: '11ty#409',
      changes: [oneOut, 'articles/uno/index.html'],
      edits: [renaming(one, 'content/articles/uno.md')]
    },
    {
      name: 'a moved article',
      issue: 'gatsby#17402',
      changes: [oneOut, 'notes/one/index.html'],
      edits: [renaming(one, 'content/notes/one.md')]
    },
    {
      name: 'the last article of a term',
      issue: 'hugo#5266',
      changes: ['tags/x/index.html', 'tags/index.html'],
      edits: [{files: {[one]: replacing('[x]', '[]'), [two]: replacing('x, y', 'y')}}]
    },
    {
      name: 'the last article of a section',
      issue: 'hugo#2083',
      changes: ['notes/index.html', 'notes/far/index.html'],
      edits: [{files: {'content/notes/far.md': undefined}}]
    },
    {
      name: 'the last part of a listing',
      issue: '11ty#2936',
      changes: ['articles/page/2/index.html'],
      edits: [{files: {[two]: undefined, [three]: undefined}}]
    },
    {
      name: 'an alias',
      issue: 'zola#1069',
      changes: ['uno/index.html'],
      edits: [
        {files: {[one]: replacing('title', 'aliases: /uno/\ntitle')}},
        {files: {[one]: replacing('aliases: /uno/\n', '')}}
      ]
    },
    {
      name: 'a copied file',
      issue: 'zola#1324',
      changes: ['robots.txt'],
      edits: [{files: {'public/robots.txt': undefined}}]
    },
    {
      name: 'what stayed beside an error, when the error is gone',
      issue: '11ty#744',
      changes: [],
      edits: [
        {files: {[two]: replacing('title: Two', 'title: [Two')}, options: {keepGoing: true}},
        {files: {[one]: undefined}},
        {files: {[two]: undefined}}
      ]
    },
    {
      name: 'a folder with its files',
      issue: '11ty#1090',
      changes: ['articles/bundle/index.html', 'articles/bundle/picture.svg'],
      edits: [
        {
          files: {
            'content/articles/bundle/index.md': undefined,
            'content/articles/bundle/picture.svg': undefined
          }
        }
      ]
    },
    {
      name: 'an address that another article takes over',
      issue: 'quartz#2536',
      changes: [oneOut, threeOut],
      edits: [{files: {[one]: undefined, [three]: replacing('title', 'slug: one\ntitle')}}]
    },
    {
      name: 'two articles that swap their addresses',
      issue: 'quartz#2536',
      changes: [oneOut, threeOut, twoOut],
      edits: [
        {
          files: {
            [one]: replacing('title', 'slug: three\ntitle'),
            [three]: replacing('title', 'slug: one\ntitle')
          }
        }
      ]
    },
    {
      name: 'a file in the place of a folder',
      issue: '11ty#744',
      changes: ['articles/one', oneOut],
      edits: [
        {files: {[one]: undefined, 'public/articles/one': 'A file\n'}},
        {files: {[one]: String(knownSite.files[one]), 'public/articles/one': undefined}}
      ]
    }
  ],
  '13: names that are not ASCII': [
    {
      name: 'a Chinese term',
      issue: 'hugo#8429',
      changes: ['tags/文字/index.html'],
      edits: [{files: {[one]: replacing('[x]', '[文字]')}}, {files: {[one]: replacing('文字', '文')}}]
    },
    {
      name: 'a term in another composition',
      issue: 'hugo e2e64aeec',
      changes: ['tags/café/index.html'],
      edits: [{files: {[one]: replacing('[x]', '[Café]')}}, {files: {[one]: replacing('Café', 'Cafe\u0301')}}]
    },
    {
      name: 'a file name in another composition',
      issue: 'hugo#8429',
      changes: ['articles/café/index.html'],
      edits: [renaming(one, 'content/articles/café.md'), renaming(two, 'content/articles/cafe\u0301-2.md')]
    },
    {
      name: 'terms that differ by case',
      issue: 'hugo#8429',
      changes: ['tags/index.html'],
      edits: [{files: {[one]: replacing('[x]', '[X, X, x]')}}, {files: {[two]: replacing('x, y', 'X, Y')}}]
    }
  ],
  '14: pages that show something of the edited one are left as they were': [
    {
      name: 'a page in another section that links to it',
      issue: 'hugo#5281',
      changes: ['notes/far/index.html'],
      edits: [{files: {[two]: replacing('title', 'slug: zwei\ntitle')}}]
    },
    {
      name: 'every page with the menu that names it',
      issue: 'hugo#5281',
      changes: [home, '404.html'],
      edits: [{files: {[two]: replacing('title', 'slug: zwei\ntitle')}}]
    },
    {
      name: 'every page with the title of the site',
      issue: 'hugo PR #3959',
      changes: [home, oneOut, '404.html', 'tags/index.html', 'about/index.html'],
      edits: [{config: {title: 'Other'}}]
    },
    {
      name: 'a page that links to a heading that is gone',
      issue: 'hugo#5281',
      changes: [oneOut],
      edits: [{files: {[one]: replacing('## Part', '## Other part')}}]
    },
    {
      name: 'a page that links to an article that is gone',
      issue: 'hugo#5281',
      changes: ['notes/far/index.html'],
      edits: [{files: {[two]: undefined}}]
    },
    {
      name: 'a page that links to an article that will come',
      issue: 'hugo#5281',
      changes: [oneOut],
      edits: [
        {files: {[one]: replacing('First', '[New](new.md)')}},
        {files: {'content/articles/new.md': '---\ntitle: New\n---\n'}}
      ]
    },
    {
      name: 'pages with values that are passed down',
      issue: 'hugo PR #3959',
      changes: [oneOut, twoOut],
      edits: [{files: {'content/articles/_index.md': '---\ncascade: {author: Ada}\n---\n'}}]
    },
    {
      name: 'pages whose day has come',
      issue: 'hugo PR #3959',
      changes: [home, 'articles/new/index.html'],
      edits: [
        {files: {'content/articles/new.md': '---\ntitle: New\ndate: 2024-06-02\n---\n'}, day: 1},
        {day: 0}
      ]
    }
  ]
}

for (const [title, bugs] of Object.entries(bugsByClass)) {
  describe(title, () => {
    for (const {name, issue, edits, changes} of bugs) {
      test(`${name} (${issue})`, async () => {
        await checkHistory({site: knownSite, edits, changes})
      })
    }
  })
}

function renaming(from: string, to: string): Edit {
  return {files: {[from]: undefined, [to]: String(knownSite.files[from])}}
}
