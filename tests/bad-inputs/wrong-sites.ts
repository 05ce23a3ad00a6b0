import {execFileSync} from 'node:child_process'
import {mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SiteFiles} from './bad-site.ts'

/** Something wrong with a site as a whole, so that it takes one of its own. */
export interface WrongSite {
  readonly name: string
  readonly files?: SiteFiles
  /** Does what files alone cannot. Given the absolute path of the site. */
  readonly make?: (site: string) => void
  readonly options?: ReadonlyArray<string>
  /** Problems, as `file:line:column severity code`, without hints, in order. */
  readonly told: ReadonlyArray<string>
  /** Set where an error is that of a file which cannot be written: the others are. */
  readonly isWritten?: true
  /** Words in reasons, hints, or what is said to a wrong command. */
  readonly says?: ReadonlyArray<string>
  /** What the command ends with; default: 1 where an error is told of, else 0. */
  readonly status?: number
  /** Whether `--keep-going` builds what is good; default: true. */
  readonly isBuilt?: boolean
}

/** A configuration with one more line, the third, and what is told of it. */
function config(line: string, told: ReadonlyArray<string>, more: Partial<WrongSite> = {}): WrongSite {
  return {
    name: `the configuration ${line}`,
    files: {
      'galley.config.ts': `export default {\n  title: 'Notes', baseUrl: 'https://example.org/',\n  ${line}\n}\n`
    },
    told: told.map((problem) => `galley.config.ts:${problem}`),
    ...more
  }
}

function configText(
  name: string,
  text: string,
  told: ReadonlyArray<string>,
  says: ReadonlyArray<string> = []
): WrongSite {
  return {
    name: `a configuration that ${name}`,
    files: {'galley.config.ts': text},
    told: told.map((problem) => `galley.config.ts${/^\d/.test(problem) ? ':' : ' '}${problem}`),
    says,
    isBuilt: false
  }
}

/** A layout that one article has. Templates are bundled together: one that cannot be loaded leaves none. */
function layout(
  name: string,
  text: string,
  told: ReadonlyArray<string>,
  says: ReadonlyArray<string> = [],
  isBuilt = true
): WrongSite {
  return {
    name: `a template that ${name}`,
    files: {
      'templates/odd.tsx': text,
      'content/odd.md': '---\ntitle: Odd\nlayout: odd\n---\n'
    },
    told: told.map((problem) => `templates/odd.tsx${/^\d/.test(problem) ? ':' : ' '}${problem}`),
    says,
    isBuilt
  }
}

function plugin(
  name: string,
  body: string,
  told: ReadonlyArray<string>,
  says: ReadonlyArray<string> = []
): WrongSite {
  return {
    name: `a plugin that ${name}`,
    files: {
      'galley.config.ts': `function odd() { return (tree, file) => { if (file.path.endsWith('odd.md')) { ${body} } } }\nexport default {title: 'Notes', baseUrl: 'https://example.org/', markdown: {secondsMax: 1, remarkPlugins: [odd]}}\n`,
      'content/odd.md': '# Odd\n\nText.\n'
    },
    told: told.map((problem) => `content/odd.md ${problem}`),
    says
  }
}

const image = '---\ntitle: I\n---\n![An image](image.png)\n'

export const wrongSites: ReadonlyArray<WrongSite> = [
  {
    name: 'no content at all',
    make: (site) => rmSync(join(site, 'content'), {recursive: true}),
    told: ['content warning build/no-content'],
    isBuilt: false
  },
  configText('has a mistake in its syntax', 'export default {title: }\n', ['1:24 error config/syntax']),
  configText('throws', "throw new Error('odd')\nexport default {}\n", ['1:7 error config/throws'], ['odd']),
  configText('returns nothing', "export default () => {\n  const config = {title: 'Notes'}\n}\n", [
    'error config/no-default-export'
  ]),
  configText('exports nothing', "export const title = 'Notes'\n", ['error config/no-default-export']),
  configText('imports what is not there', "import x from 'no-such-package'\nexport default {title: x}\n", [
    '1:15 error config/cannot-load'
  ]),
  configText('never answers', 'export default new Promise(() => {})\n', ['error config/wrong-type']),
  configText('awaits what never comes', 'await new Promise(() => {})\nexport default {}\n', [
    'error config/never-settles'
  ]),
  configText('is a function that never answers', 'export default () => new Promise(() => {})\n', [
    'error config/never-settles'
  ]),
  config("titel: 'x'", ['3:3 error config/unknown-key'], {says: ['`title`']}),
  config("pageSize: 'many'", ['3:3 error config/wrong-type']),
  config("language: 'no language'", ['3:3 error config/bad-language']),
  ...[
    'example.org',
    'https://example.org/?a',
    'https://example.org/#b',
    'ftp://example.org/',
    'https://'
  ].map(
    (baseUrl): WrongSite => ({
      name: `the base URL ${baseUrl}`,
      files: {'galley.config.ts': `export default {title: 'Notes', baseUrl: '${baseUrl}'}\n`},
      told: ['galley.config.ts:1:33 error config/bad-base-url']
    })
  ),
  layout(
    'has a mistake in its syntax',
    'export default () => <p\n',
    ['2:1 error host/template-syntax'],
    [],
    false
  ),
  layout(
    'throws',
    "export default function Odd() {\n  throw new Error('odd')\n}\n",
    ['2:9 error render/template-failed'],
    ['/odd/', 'odd']
  ),
  layout(
    'returns nothing',
    'export default () => undefined\n',
    ['error render/template-failed'],
    ['/odd/', 'nothing']
  ),
  layout(
    'shows an object',
    'export default function Odd() {\n  return <p>{{title: "x"}}</p>\n}\n',
    ['2:10 error render/template-failed'],
    ['/odd/', '`title`']
  ),
  layout(
    'promises something',
    'export default async () => <p>x</p>\n',
    ['error render/template-failed'],
    ['/odd/']
  ),
  layout(
    'calls itself for ever',
    'export default function Odd() {\n  return <Odd/>\n}\n',
    ['error render/template-failed'],
    ['/odd/']
  ),
  layout('exports nothing', 'export const odd = 1\n', ['error host/template-without-default']),
  layout(
    'imports what is not there',
    "import './none.ts'\nexport default () => <p/>\n",
    ['1:8 error host/cannot-load-template'],
    [],
    false
  ),
  plugin(
    'throws',
    "throw new Error('no way')",
    ['error markdown/plugin-failed'],
    ['`odd`', 'no way', 'Thrown at `galley.config.ts:1:']
  ),
  plugin('throws no error', 'throw 1', ['error markdown/plugin-failed'], ['`odd`']),
  plugin(
    'rejects',
    "return Promise.reject(new Error('no way'))",
    ['error markdown/plugin-failed'],
    ['`odd`']
  ),
  plugin('returns nonsense', 'return 5', ['error markdown/plugin-failed']),
  plugin('makes nodes that are none', 'tree.children.push(7, null, {type: 1})', [
    'error markdown/plugin-failed'
  ]),
  plugin('never ends', 'for (;;);', ['error build/compile-too-slow'], ['in 1 s', '`odd`']),
  plugin('never answers', 'return new Promise(() => {})', ['error build/compile-too-slow'], ['`odd`']),
  {
    name: 'a file in public at the address of a page',
    files: {'public/good/index.html': 'x'},
    told: ['content/good.md error routing/collision'],
    says: ['public/good/index.html']
  },
  {
    name: 'a FIFO in public',
    make: (site) => execFileSync('mkfifo', [join(site, 'public/pipe')]),
    told: ['public/pipe warning host/not-a-file']
  },
  {
    name: 'a link out of public',
    make: (site) => symlinkSync('/etc', join(site, 'public/etc')),
    told: ['public/etc error host/symlink-outside']
  },
  {
    name: 'content that is a file',
    make(site) {
      rmSync(join(site, 'content'), {recursive: true})
      writeFileSync(join(site, 'content'), '')
    },
    told: ['content warning build/no-content', 'content error host/unreadable'],
    isBuilt: false
  },
  {
    name: 'an image of no bytes',
    files: {'content/odd/index.md': image, 'content/odd/image.png': ''},
    told: ['content/odd/index.md:4:13 warning build/damaged-image']
  },
  ...['.', 'content', 'content/x', '/', '..', 'public', 'good.txt'].map(
    (out): WrongSite => ({
      name: `the output ${out}`,
      files: {'good.txt': ''},
      options: ['--out', out],
      told: [],
      says: ['Expected'],
      status: 2,
      isBuilt: false
    })
  ),
  {
    name: 'the home folder as output',
    options: ['--out', process.env['HOME'] ?? '/'],
    told: [],
    status: 2,
    isBuilt: false
  },
  {
    name: 'an output with files of others',
    make: (site) => writeFileSync(join(site, 'dist/notes.txt'), 'mine'),
    told: []
  },
  {
    name: 'an output with a link in the place of a folder',
    make(site) {
      rmSync(join(site, 'dist/good'), {recursive: true})
      mkdirSync(join(site, 'elsewhere'))
      symlinkSync('../elsewhere', join(site, 'dist/good'))
    },
    told: ['good/index.html error build/unwritable-file'],
    isWritten: true,
    isBuilt: false
  }
]
