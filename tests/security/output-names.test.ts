import {describe, expect, test} from 'vitest'
import {checkSite, type SiteCase} from '../build/check-site.ts'

const article = (frontMatter: string): string => `---\ntitle: A\n${frontMatter}---\nText.\n`

/** An article with front matter at `content/s/a.md`. */
const withField = (frontMatter: string): string => `-- content/s/a.md --\n${article(frontMatter)}`

const long = 'words-'.repeat(50).slice(0, 251)

describe('a name that some disk does not take is told of where it is written', () => {
  test.each<[string, SiteCase]>([
    [
      'a slug that is a device',
      {site: withField('slug: con\n'), problems: ['content/s/a.md:3:7 warning routing/unportable-name']}
    ],
    [
      'a url with a device and an extension',
      {
        site: withField('url: /aux.html\n'),
        problems: ['content/s/a.md:3:6 warning routing/unportable-name']
      }
    ],
    [
      'a file',
      {
        site: `-- content/s/nul.md --\n${article('')}`,
        problems: ['content/s/nul.md warning routing/unportable-name']
      }
    ],
    [
      'a section, once for all that is in it',
      {
        site: `-- content/PRN/a.md --\n${article('')}-- content/PRN/b.md --\n${article('')}`,
        problems: ['content/PRN/a.md warning routing/unportable-name']
      }
    ],
    [
      'a file of a bundle',
      {
        site: `-- content/s/a/index.md --\n${article('')}-- content/s/a/lpt1.png --\npng\n`,
        problems: ['content/s/a/lpt1.png warning routing/unportable-name']
      }
    ],
    [
      'a copied file',
      {
        site: `-- public/com².txt --\n-- content/s/a.md --\n${article('')}`,
        problems: ['public/com².txt warning routing/unportable-name']
      }
    ],
    [
      'a tag',
      {
        site: withField('tags: [ink, Con]\n'),
        problems: ['content/s/a.md:3:13 warning routing/unportable-name']
      }
    ],
    [
      'an alias',
      {
        site: withField('aliases: [/old/, /com1/x/]\n'),
        problems: ['content/s/a.md:3:18 warning routing/unportable-name']
      }
    ],
    [
      'a rule of the configuration',
      {
        site: `${withField('')}-- galley.config.json --\n{"redirects": [{"from": "/nul/", "to": "/s/a/"}]}\n`,
        problems: ['galley.config.json:1:17 warning routing/unportable-name']
      }
    ],
    [
      'the path of a taxonomy',
      {
        site: `${withField('tags: [x]\n')}-- galley.config.json --\n{"taxonomies": {"tags": {"path": "/aux/"}}}\n`,
        problems: ['galley.config.json:1:26 warning routing/unportable-name']
      }
    ],
    [
      'a dot at the end',
      {site: withField('slug: end.\n'), problems: ['content/s/a.md:3:7 warning routing/unportable-name']}
    ],
    [
      'a blank at the end',
      {site: withField('url: "/end /x/"\n'), problems: ['content/s/a.md:3:6 warning routing/unportable-name']}
    ],
    [
      'a colon',
      {site: withField('slug: "ab:c"\n'), problems: ['content/s/a.md:3:7 warning routing/unportable-name']}
    ],
    [
      'letters turned around',
      {
        site: withField('slug: "a\\u202egpj"\n'),
        problems: ['content/s/a.md:3:7 warning routing/unportable-name']
      }
    ],
    [
      'a slug of 251 bytes',
      {
        site: withField(`slug: ${long}\n`),
        problems: ['content/s/a.md:3:7 error routing/too-long-name']
      }
    ],
    [
      'a slug of 84 letters of three bytes',
      {
        site: withField(`slug: ${'紙'.repeat(84)}\n`),
        problems: ['content/s/a.md:3:7 error routing/too-long-name']
      }
    ],
    [
      'a tag of 251 bytes',
      {site: withField(`tags: [${long}]\n`), problems: ['content/s/a.md:3:8 error routing/too-long-name']}
    ],
    [
      'a path of 901 bytes',
      {
        site: withField(`url: /${'a/'.repeat(450)}\n`),
        problems: ['content/s/a.md:3:6 error routing/too-long-name']
      }
    ],
    [
      'the folder where files wait to be published',
      {
        site: withField('url: /.Galley-Staging/tree/\n'),
        problems: ['content/s/a.md:3:6 error routing/reserved-address']
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })

  test('what is right is not told of', async () => {
    await checkSite({
      site: withField(
        `slug: ${'words-'.repeat(41)}\ntags: [Console, conference, com, com10, lpt, C, C++, .NET, 紙, "aux mots"]\naliases: [/console/, /a.con/, /${'a/'.repeat(440)}]\n`
      )
    })
  })
})

describe('two names that a disk takes for one are told of where the second is written', () => {
  const two = (one: string, other: string): string =>
    `-- content/s/a.md --\n${article(`slug: ${one}\n`)}-- content/s/b.md --\n${article(`slug: ${other}\n`)}`

  test.each([
    ['capital letters', 'Ink', 'ink'],
    ['composed and decomposed', '"caf\\u00e9"', '"cafe\\u0301"'],
    ['a sign and its letter', '"\\u212a"', 'k'],
    ['one letter for two', '"stra\\u00dfe"', 'STRASSE'],
    ['a long s', '"\\u017fet"', 'set'],
    ['a final sigma', '"\\u03c3\\u03c2"', '"\\u03c3\\u03c3"'],
    ['a dot above', '"\\u0130x"', '"i\\u0307x"'],
    ['an order of accents', '"a\\u0323\\u0302"', '"\\u00e2\\u0323"']
  ])('%s', async (_, one, other) => {
    await checkSite({site: two(one, other), problems: ['content/s/b.md:3:7 error routing/collision']})
  })

  test('letters that only look alike are two', async () => {
    await checkSite({site: two('"\\u0430bc"', 'abc')})
  })
})

test('no name is written that an address only seems to have', async () => {
  const fields = [
    'slug: ../x',
    'url: /%2e%2e/x/',
    'url: //host/x/',
    'slug: "..\\\\x"',
    'slug: "C:x"',
    'slug: "a\\0b"'
  ]
  for (const field of fields) {
    const code = field.startsWith('slug') ? 'content/bad-slug' : 'content/bad-path'
    const place = `content/s/a.md:3:${field.indexOf(':') + 3}`
    await expect(
      checkSite({site: withField(`${field}\n`), problems: [`${place} error ${code}`]})
    ).resolves.toBe(undefined)
  }
})
