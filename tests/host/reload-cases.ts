type Files = Readonly<Record<string, string>>

/** Packages as sites have them. */
export const packages: Files = {
  'node_modules/common/package.json': '{"name": "common", "version": "1.0.0"}',
  'node_modules/common/index.js':
    'module.exports = function word() { return "common" }\nexports = module.exports\nexports.named = "named"',
  'node_modules/transpiled/package.json': '{"name": "transpiled", "version": "1.0.0"}',
  'node_modules/transpiled/index.js':
    'exports.__esModule = true\nexports.default = "inner"\nexports.named = "named"',
  'node_modules/modern/package.json':
    '{"name": "modern", "version": "1.0.0", "type": "module", "exports": "./index.js"}',
  'node_modules/modern/index.js':
    'export default "modern"\nexport const named = "named"\nexport let count = 0\nexport const step = () => { count++ }',
  'node_modules/broken/package.json': '{"name": "broken", "version": "1.0.0", "type": "module"}',
  'node_modules/broken/index.js': 'throw new Error("This package is broken")',
  'package.json': '{"type": "module"}'
}

/** Code of a site, and what it comes to. */
export interface Case {
  readonly name: string
  /** Below `templates/`, beside a template that is right. */
  readonly templates?: Files
  readonly config?: string
  /** Other files of the site. */
  readonly files?: Files
  /** What the template `page` prints, if it is loaded. */
  readonly printed?: string
  /** What the configuration comes to, where it is not the sound one. */
  readonly value?: unknown
  /** Places of problems: `file:line:column`. */
  readonly places?: ReadonlyArray<string>
  /** Lines of the stack of what the template throws that name a file of the site. */
  readonly stack?: ReadonlyArray<string>
  /** Whether only a module can do this: Node keeps it. */
  readonly isKept?: true
}

export const cases: ReadonlyArray<Case> = [
  {
    name: 'a template with a part',
    templates: {
      'page.tsx': `import {Part} from './partials/part.tsx'\nexport default () => <p><Part />!</p>`,
      'partials/part.tsx': 'export const Part = () => <b>part</b>'
    },
    printed: '<p><b>part</b>!</p>'
  },
  {
    name: 'a template with JSON and text',
    templates: {
      'page.tsx': `import data from '../data.json'\nimport text from '../note.txt'\nexport default () => <p>{data.a}{text}</p>`
    },
    files: {'data.json': '{"a": 1}', 'note.txt': 'two'},
    printed: '<p>1two</p>'
  },
  {
    name: 'packages that are CommonJS',
    templates: {
      'page.tsx': `import word, {named} from 'common'
import transpiled, {named as other} from 'transpiled'
import * as all from 'common'
export default () => <p>{[word(), named, JSON.stringify(transpiled), other, Object.keys(all).includes('named')].join(' ')}</p>`
    },
    printed:
      '<p>common named {&quot;__esModule&quot;:true,&quot;default&quot;:&quot;inner&quot;,&quot;named&quot;:&quot;named&quot;} named true</p>'
  },
  {
    name: 'a package that is a module, and one of Node',
    templates: {
      'page.tsx': `import modern, {named, count, step} from 'modern'
import * as all from 'modern'
import path, {join} from 'node:path'
export default () => {
  const before = count
  step()
  return <p>{[modern, named, count - before, all.count - before, all.default, path.join('a', 'b'), join === path.join].join(' ')}</p>
}`
    },
    printed: '<p>modern named 1 1 modern a/b true</p>'
  },
  {
    name: 'a package that is loaded later',
    config: `export default async () => ({title: (await import('modern')).default + (await import('./later.ts')).default})`,
    files: {'later.ts': 'export default "later"'},
    value: {title: 'modernlater'},
    isKept: true
  },
  {
    name: 'own code that is CommonJS',
    config: `import own from './own.cjs'\nexport default {title: own.title}`,
    files: {'own.cjs': 'exports.title = typeof module'},
    value: {title: 'object'}
  },
  {
    name: 'own code that requires a package',
    config: `import own from './own.cjs'\nexport default {title: own.title}`,
    files: {'own.cjs': '\nexports.title = require("node:path").sep'},
    places: ['own.cjs:2:17']
  },
  {
    name: 'the place of the configuration',
    config: `import {sep} from 'node:path'\nexport default {title: import.meta.url.endsWith('galley.config.ts') && import.meta.dirname.split(sep).at(-1)}`,
    value: {title: 'site'}
  },
  {
    name: 'names of strict code',
    config:
      'export default {title: [typeof this, typeof (function () { return this })(), typeof exports].join()}',
    value: {title: 'undefined,undefined,undefined'}
  },
  {
    name: 'a configuration that waits',
    config: `const title = await Promise.resolve('awaited')\nexport default {title}`,
    value: {title: 'awaited'},
    isKept: true
  },
  {
    name: 'a template that asks where it lies',
    templates: {'page.tsx': 'export default () => <p>{typeof import.meta.url}</p>'},
    printed: '<p>string</p>',
    isKept: true
  },
  {
    name: 'templates that wait',
    templates: {
      'page.tsx': 'const text = await Promise.resolve("awaited")\nexport default () => <p>{text}</p>'
    },
    printed: '<p>awaited</p>',
    isKept: true
  },
  {
    name: 'a template that throws when it is loaded, and another that is right',
    templates: {
      'page.tsx': `import {Part} from './partials/part.tsx'\nexport default () => <p><Part /></p>`,
      'partials/part.tsx': 'export const Part = () => <b>part</b>',
      'wrong.tsx': `import './partials/part.tsx'\nimport type {VNode} from 'preact'\ninterface A {}\nthrow new Error('Out of ink')`
    },
    printed: '<p><b>part</b></p>',
    places: ['templates/wrong.tsx:4:7']
  },
  {
    name: 'a part that throws when it is loaded by two templates, and another that is right',
    templates: {
      'page.tsx': 'export default () => <p>right</p>',
      'one.tsx': `import {Part} from './partials/part.tsx'\nexport default Part`,
      'two.tsx': `import {Part} from './partials/part.tsx'\nexport default Part`,
      'partials/part.tsx': '\nexport const Part = (undefined as never as {x: () => null}).x'
    },
    printed: '<p>right</p>',
    places: ['templates/partials/part.tsx:2:61', 'templates/partials/part.tsx:2:61']
  },
  {
    name: 'a package that throws, in one of two templates',
    templates: {
      'page.tsx': 'export default () => <p>right</p>',
      'wrong.tsx': `import 'broken'\nexport default () => <p />`
    },
    printed: '<p>right</p>',
    places: ['templates/wrong.tsx']
  },
  {
    name: 'a template that throws when it is rendered',
    templates: {
      'page.tsx': `import {fail} from './partials/part.tsx'\nexport default () => <p>{fail()}</p>`,
      'partials/part.tsx': `interface A {}\n\nexport function fail(): string {\n  throw new Error('Out of ink')\n}`
    },
    places: ['templates/partials/part.tsx:4:9'],
    stack: ['at fail (templates/partials/part.tsx:4:9)', 'at Object.page_default (templates/page.tsx:2:26)']
  },
  {
    name: 'a configuration that throws when it is loaded',
    config: `interface A {}\n\nthrow new Error('Out of ink')`,
    places: ['galley.config.ts:3:7']
  },
  {
    name: 'a configuration that throws when it is called',
    config: `import {fail} from './fail.ts'\nexport default () => fail()`,
    files: {'fail.ts': `interface A {}\nexport function fail() {\n  throw new Error('Out of ink')\n}`},
    places: ['fail.ts:3:9']
  },
  {
    name: 'a configuration with a syntax error',
    config: 'export default {{',
    places: ['galley.config.ts:1:17']
  }
]
