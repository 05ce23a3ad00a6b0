import {join} from 'node:path'
import {render} from 'preact-render-to-string'
import {describe, expect, test} from 'vitest'
import {nodeHost} from '#src/host/node-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {temporarySite} from './temporary-site.ts'

type Files = Readonly<Record<string, string>>

/** The smallest theme: two templates that share a part, which imports another. */
const theme: Files = {
  'theme/article.tsx': `import type {PageView} from 'galley'
import {Shell} from './partials/shell.tsx'
export default function Article({path}: PageView) {
  return <Shell>article {path}</Shell>
}`,
  'theme/404.tsx': `import {Shell} from './partials/shell.tsx'
export default () => <Shell>nothing</Shell>`,
  'theme/partials/shell.tsx': `import type {ComponentChildren} from 'preact'
import {Header} from './header.tsx'
export function Shell({children}: {children: ComponentChildren}) {
  return <main><Header />{children}</main>
}`,
  'theme/partials/header.tsx': 'export const Header = () => <header>theme</header>',
  'theme/assets/script.js': 'alert(1)',
  'theme/types.d.ts': 'declare const x: string'
}

async function load(files: Files) {
  return (await temporarySite(files)).host.findTemplates().then(({load}) => load())
}

function renderAll(templates: ReadonlyArray<LoadedTemplate>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    templates.map((template) => [template.name, render(template.render({path: '/a/'} as never))])
  )
}

interface OverlayCase {
  readonly name: string
  readonly site: Files
  /** Pages that differ from the theme's own. */
  readonly changed: Files
}

const overlays: ReadonlyArray<OverlayCase> = [
  {name: 'the theme alone', site: {}, changed: {}},
  {
    name: 'a template of the site with parts of the theme',
    site: {
      'site/templates/article.tsx': `import {Shell} from './partials/shell.tsx'
export default () => <Shell>mine</Shell>`
    },
    changed: {article: '<main><header>theme</header>mine</main>'}
  },
  {
    name: 'a template in JavaScript over one in TypeScript',
    site: {'site/templates/article.jsx': 'export default () => <p>mine</p>'},
    changed: {article: '<p>mine</p>'}
  },
  {
    name: 'a part of the site in templates of the theme',
    site: {'site/templates/partials/header.tsx': 'export const Header = () => <header>mine</header>'},
    changed: {
      '404': '<main><header>mine</header>nothing</main>',
      article: '<main><header>mine</header>article /a/</main>'
    }
  },
  {
    name: 'a part around the original',
    site: {
      'site/templates/partials/header.tsx': `import {Header as Original} from 'galley/theme/partials/header'
export const Header = () => <nav><Original /></nav>`
    },
    changed: {
      '404': '<main><nav><header>theme</header></nav>nothing</main>',
      article: '<main><nav><header>theme</header></nav>article /a/</main>'
    }
  },
  {
    name: 'a template in a folder, with data of the site, styles and hooks',
    site: {
      'site/templates/docs/article.tsx': `import {useState} from 'preact/hooks'
import {Shell} from '../partials/shell'
import facts from '../../data/facts.json'
import style from '../style.css'
const Count = () => useState(facts.count)[0]
export default () => <Shell><style>{style}</style><Count /></Shell>`,
      'site/templates/style.css': 'p{}',
      'site/data/facts.json': '{"count": 3}',
      'site/templates/docs/partials/part.tsx': 'export const notATemplate = 1'
    },
    changed: {'docs/article': '<main><header>theme</header><style>p{}</style>3</main>'}
  }
]

const plain: Files = {
  '404': '<main><header>theme</header>nothing</main>',
  article: '<main><header>theme</header>article /a/</main>'
}

test.each(overlays)('$name', async ({site, changed}) => {
  const {value, diagnostics} = await load({...theme, ...site})
  expect(diagnostics.filter(({code}) => code !== 'host/unused-partial')).toEqual([])
  expect(renderAll(value)).toEqual({...plain, ...changed})
  expect(value.map(({name}) => name)).toEqual(Object.keys({...plain, ...changed}).sort())
  expect(value.every(({file, name}) => file.startsWith(`templates/${name}.`))).toBe(true)
})

test('whose each template is, is told', async () => {
  const {value} = await load({...theme, 'site/templates/article.jsx': 'export default () => <p />'})
  expect(value.map(({name, isBuiltIn}) => [name, isBuiltIn])).toEqual([
    ['404', true],
    ['article', false]
  ])
})

test('a part that templates share is evaluated once', async () => {
  const part = `let count = 0\nexport const next = () => ++count`
  const template = `import {next} from './partials/next.ts'\nexport default () => <p>{next()}</p>`
  const {value} = await load({
    'theme/partials/next.ts': part,
    'theme/a.tsx': template,
    'theme/b.tsx': template
  })
  expect(renderAll(value)).toEqual({a: '<p>1</p>', b: '<p>2</p>'})
})

test('a site without theme and templates has none', async () => {
  expect(await load({})).toEqual({value: [], diagnostics: []})
})

interface WrongCase {
  readonly name: string
  readonly site: Files
  readonly code: string
  readonly reason: string
  readonly file: string
  /** `line:column`. */
  readonly place?: string
  readonly loaded: ReadonlyArray<string>
}

const wrong: ReadonlyArray<WrongCase> = [
  {
    name: 'a syntax error',
    site: {'site/templates/article.tsx': 'export default () => (\n  <p>é</q>\n)'},
    code: 'host/template-syntax',
    reason:
      'Expected a valid template, found an error: Unexpected closing "q" tag does not match opening "p" tag',
    file: 'templates/article.tsx',
    place: '2:9',
    loaded: []
  },
  {
    name: 'a syntax error in a file of the theme',
    site: {'theme/partials/header.tsx': '}'},
    code: 'host/template-syntax',
    reason: 'Expected a valid template, found an error: Unexpected "}"',
    file: 'templates/partials/header.tsx',
    place: '1:1',
    loaded: []
  },
  {
    name: 'a part that is not there',
    site: {'site/templates/a.tsx': `import {X} from './partials/x.tsx'\nexport default X`},
    code: 'host/cannot-load-template',
    reason: 'Expected the file `./partials/x.tsx`, found none',
    file: 'templates/a.tsx',
    place: '1:17',
    loaded: []
  },
  {
    name: 'a part of the theme that is not there',
    site: {'site/templates/a.tsx': `import {X} from 'galley/theme/x.tsx'\nexport default X`},
    code: 'host/cannot-load-template',
    reason: 'Expected the file `galley/theme/x.tsx`, found none',
    file: 'templates/a.tsx',
    place: '1:17',
    loaded: []
  },
  {
    name: 'a part in the place of one of the theme, without what the theme imports of it in two files',
    site: {
      'theme/404.tsx': `import {Header} from './partials/header.tsx'\nexport default Header`,
      'site/templates/partials/header.tsx': 'export default () => <header />'
    },
    code: 'host/missing-export',
    reason: 'Expected an export `Header`, which the theme imports of this file, found none',
    file: 'templates/partials/header.tsx',
    loaded: []
  },
  {
    name: 'a part of the site’s own without what a template of the site imports of it',
    site: {
      'site/templates/a.tsx': `import {X} from './partials/x.tsx'\nexport default X`,
      'site/templates/partials/x.tsx': 'export default 1'
    },
    code: 'host/template-syntax',
    reason:
      'Expected a valid template, found an error: No matching export in "templates/partials/x.tsx" for import "X"',
    file: 'templates/a.tsx',
    place: '1:9',
    loaded: []
  },
  {
    name: 'a package that is not installed',
    site: {'site/templates/a.tsx': `import {X} from '@nobody/nothing'\nexport default X`},
    code: 'host/cannot-load-template',
    reason: 'Expected the package `@nobody/nothing`, found none',
    file: 'templates/a.tsx',
    place: '1:17',
    loaded: []
  },
  {
    name: 'an error thrown while loaded',
    site: {'site/templates/a.tsx': `interface A {}\nthrow new Error('Out of ink')`},
    code: 'host/template-throws',
    reason: 'Expected the template to load, but it threw: Out of ink',
    file: 'templates/a.tsx',
    place: '2:7',
    loaded: ['404', 'article']
  },
  {
    name: 'no default export',
    site: {'site/templates/a.tsx': 'export const A = () => <p />'},
    code: 'host/template-without-default',
    reason: 'Expected a function as default export, found none',
    file: 'templates/a.tsx',
    loaded: ['404', 'article']
  },
  {
    name: 'a default export that is no function',
    site: {'site/templates/a.tsx': 'export default <p />'},
    code: 'host/template-without-default',
    reason: 'Expected a function as default export, found none',
    file: 'templates/a.tsx',
    loaded: ['404', 'article']
  },
  {
    name: 'two templates of one name',
    site: {
      'site/templates/a.jsx': 'export default () => <p />',
      'site/templates/a.tsx': 'export default () => <p />'
    },
    code: 'host/several-templates',
    reason: 'Expected one template of its name, found `templates/a.jsx` too',
    file: 'templates/a.tsx',
    loaded: ['404', 'a', 'article']
  }
]

test.each(wrong)('$name', async ({site, code, reason, file, place, loaded}) => {
  const {value, diagnostics} = await load({...theme, ...site})
  expect(diagnostics).toHaveLength(1)
  const [diagnostic] = diagnostics
  expect(diagnostic).toMatchObject({code, severity: 'error', reason, file})
  const found = diagnostic?.place
  expect(found && `${found.line}:${found.column}`).toBe(place)
  expect(value.map(({name}) => name)).toEqual(loaded)
})

test('a component is a template with what it says of its attributes', async () => {
  const file = "export const attributes = {src: 'url'}\nexport default () => <p />"
  const {value, diagnostics} = await load({'site/templates/components/picture.tsx': file})
  expect(diagnostics).toEqual([])
  expect(value.find(({name}) => name === 'components/picture')?.attributes).toEqual({src: 'url'})
})

describe('hashes', () => {
  const hashesOf = async (files: Files): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries((await load(files)).value.map(({name, hash}) => [name, hash]))

  test.each([
    ['nothing', {}, []],
    ['a template', {'theme/404.tsx': 'export default () => <p />'}, ['404']],
    ['a part', {'theme/partials/header.tsx': 'export const Header = () => <p />'}, ['404', 'article']],
    [
      'a part, by the site',
      {'site/templates/partials/header.tsx': 'export const Header = () => <p />'},
      ['404', 'article']
    ],
    ['a template, by the site', {'site/templates/article.tsx': 'export default () => <p />'}, ['article']],
    ['a script for readers', {'theme/assets/script.js': 'alert(2)'}, []],
    ['a part that nobody imports', {'site/templates/partials/x.tsx': '1'}, []]
  ])('of the templates that a change of %s reaches', async (_, change: Files, changed) => {
    const before = await hashesOf(theme)
    const after = await hashesOf({...theme, ...change})
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(changed)
  })
})

test('tells where in the code of the site something was thrown', async () => {
  const site = {
    'site/templates/partials/part.ts': "\nexport function fail(): never {\n  throw new Error('part')\n}\n",
    'site/templates/components/own.tsx':
      "import {fail} from '../partials/part.ts'\nexport default () => fail()\n"
  }
  const {value} = await load({...theme, ...site})
  const component = value.find(({name}) => name === 'components/own')
  const thrown = thrownBy(() => component?.render({} as never))
  expect(component?.locate?.(thrown)).toEqual({
    file: 'templates/partials/part.ts',
    place: {line: 3, column: 9, endLine: 3, endColumn: 10}
  })
  expect(component?.locate?.('no error')).toBeUndefined()
})

test('tells where in the theme something was thrown, wherever that lies, and rather where its author went wrong', async () => {
  const {root, output} = temporarySite({
    'site/templates/page.tsx': `import {Part, fail} from './partials/part.tsx'
export default ({path}) =>
  path === '/called/' ? fail() : <Part />`,
    'site/node_modules/galley/templates/partials/part.tsx': `export const fail = () => { throw new Error('theme') }
export const Part = ({given}) =>
  <p>{given.name}</p>`
  })
  const host = nodeHost({root, output, theme: join(root, 'node_modules/galley/templates')})
  const [page] = (await (await host.findTemplates()).load()).value
  if (page === undefined) throw new Error('Expected a template')
  const placeOf = (path: string): string => {
    const problem = thrownBy(() => render(page.render({path} as never)))
    const {file, place} = page.locate?.(problem) ?? {}
    return `${file}:${place?.line}`
  }
  expect(placeOf('/rendered/')).toBe('templates/partials/part.tsx:3')
  expect(placeOf('/called/')).toBe('templates/page.tsx:3')
})

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (problem) {
    return problem
  }
  throw new Error('Expected an exception')
}

test('a text of a template is found in it and in what it imports', async () => {
  const {value} = await load({
    ...theme,
    'site/templates/article.tsx': `import {Shell} from './partials/shell.tsx'
export default () => <Shell><a href="/own/">own</a></Shell>`,
    'site/templates/partials/header.tsx': `export const Header = () => <a href={'/shared/'}>shared</a>
export const other = "/unused"`
  })
  const article = value.find(({name}) => name === 'article')
  expect(article?.find?.('/own/')).toEqual({
    file: 'templates/article.tsx',
    place: {line: 2, column: 38, endLine: 2, endColumn: 43}
  })
  expect(article?.find?.('/shared/')).toEqual({
    file: 'templates/partials/header.tsx',
    place: {line: 1, column: 39, endLine: 1, endColumn: 47}
  })
  expect(article?.find?.('/own')).toBeUndefined()
})

test('a partial of the site that no template imports is told of, from kept code too', async () => {
  const {host} = await temporarySite({
    ...theme,
    'site/templates/partials/header.tsx':
      "import name from '../name.txt'\nexport const Header = () => <b>{name}</b>",
    'site/templates/name.txt': 'Mine',
    'site/templates/other.txt': 'Nobody’s',
    'site/templates/partials/heder.tsx': 'export const Header = () => <b />',
    'site/templates/partials/shel.tsx': 'export const Shell = () => <b />',
    'site/templates/partials/deep/types.d.ts': 'declare const x: string',
    'site/templates/partials/header.test.tsx': 'export {}',
    'site/templates/assets/partials/colors.css': 'a {}'
  })
  const unused = ['other.txt', 'partials/heder.tsx', 'partials/shel.tsx'].map(
    (file) => `templates/${file} host/unused-partial`
  )
  const found = await host.findTemplates()
  const {diagnostics} = await found.load()
  expect(diagnostics.map(({file, code}) => `${file} ${code}`)).toEqual(unused)
  const meant = diagnostics.map(({hint}) => /^Did you mean `(.+?)`/.exec(hint ?? '')?.[1])
  // The header is replaced already.
  expect(meant).toEqual([undefined, undefined, 'templates/partials/shell.tsx'])
  // What was bundled just now may be as young as its files, and is kept from the next time on.
  await (await host.findTemplates()).load()
  const {known} = await host.findTemplates()
  expect(known?.diagnostics.map(({file, code}) => `${file} ${code}`)).toEqual(unused)
})
