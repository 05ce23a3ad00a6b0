import type {JsonValue} from '#src/model/json.ts'
import {bodies, type Change, names, terms} from './change.ts'
import {sharedFiles} from './first-model.ts'
import {pagesOf, type SiteModel, withField, withKey, withSource} from './model.ts'

/** What an author does with whole articles and the files beside them. */
export const folderEdits: Readonly<Record<string, Change>> = {
  'add an article': (model, dice) => {
    const path = `content/${dice.pick(folders)}/${dice.pick(fileNames)}`
    const date = dice.pick(['2024-01-03', '2024-05-01'])
    const fields = {title: dice.pick(names), date, tags: [dice.pick(terms)]}
    return withSource(model, path, {fields, body: dice.pick(bodies)})
  },
  'delete an article': (model, dice) => withSource(model, dice.pickFrom(pagesOf(model)) ?? '', undefined),
  'rename a file': (model, dice) => {
    const from = dice.pickFrom(pagesOf(model)) ?? ''
    return renamed(model, from, from.replace(/[^/]+$/, dice.pick(fileNames)))
  },
  'move to another section': (model, dice) => {
    const from = dice.pickFrom(pagesOf(model)) ?? ''
    return renamed(model, from, `content/${dice.pick(folders)}/${from.split('/').at(-1)}`)
  },
  'make an article a folder, or a folder an article': (model, dice) => {
    const from = dice.pickFrom(pagesOf(model)) ?? ''
    const isFolder = from.endsWith('/index.md')
    return renamed(
      model,
      from,
      isFolder ? from.replace('/index.md', '.md') : from.replace('.md', '/index.md')
    )
  },
  'swap two slugs': (model, dice) => {
    const [one, other] = [dice.pickFrom(pagesOf(model)), dice.pickFrom(pagesOf(model))]
    return one === undefined || other === undefined ? model : swapSlugs(model, one, other)
  },
  'swap two files': (model, dice) => {
    const [one = '', other = ''] = [dice.pickFrom(pagesOf(model)), dice.pickFrom(pagesOf(model))]
    const [first, second] = [model.sources[one], model.sources[other]]
    return withSource(withSource(model, one, second), other, first)
  },
  'edit a copied file': (model, dice) => {
    const path = dice.pickFrom(Object.keys(model.assets).sort())
    return path === undefined ? model : withAsset(model, path, dice.pick(contents))
  },
  'add or replace a public file': (model, dice) =>
    withAsset(model, dice.pick(publicFiles), dice.pick(contents)),
  'add or replace a file beside an article': (model, dice) => {
    const path = `content/${dice.pick(folders)}/${dice.pick(['picture.svg', 'data.csv', 'deep/more.txt'])}`
    return withAsset(model, path, dice.pick(contents))
  },
  'edit a file that articles include': (model, dice) => {
    const path = dice.pickFrom(Object.keys(sharedFiles).sort())
    return path === undefined ? model : withAsset(model, path, dice.pick(included))
  },
  'bring back what articles include': (model) => ({...model, assets: {...model.assets, ...sharedFiles}}),
  'delete a copied file': (model, dice) => {
    const path = dice.pickFrom(Object.keys(model.assets).sort())
    return path === undefined ? model : withAsset(model, path, undefined)
  },
  'put a file in the place of a folder, or a folder in the place of a file': (model) => {
    const [file, below] = ['public/files', 'public/files/list.txt']
    const isFile = file in model.assets
    return withAsset(
      withAsset(model, file, isFile ? undefined : 'one\n'),
      below,
      isFile ? 'one\n' : undefined
    )
  }
}

const folders = ['articles', 'notes', 'docs', 'docs/guides', 'articles/delta', 'fresh'] as const
const fileNames = ['alpha.md', 'new.md', 'page.md', '2024-03-01-dated.md', 'Ünïcode.md', 'index.md'] as const
const publicFiles = ['public/new.txt', 'public/robots.txt', 'public/articles/alpha/more.txt'] as const
const included = [
  '// #region a\nconst b = 2\n// #endregion\n',
  '<!-- #region a -->\n## Of all\n\n[beta](../content/articles/beta.md)\n<!-- #endregion -->\n',
  '```ts file="code.ts" region="a"\n```\n\n// #region a\n// #endregion\n',
  ''
] as const
const contents = ['one\n', 'two\n', '', '<svg xmlns="http://www.w3.org/2000/svg" width="2"/>'] as const

function withAsset(model: SiteModel, path: string, content: string | undefined): SiteModel {
  return {...model, assets: withKey(model.assets, path, content)}
}

function renamed(model: SiteModel, from: string, to: string): SiteModel {
  const source = model.sources[from]
  return source === undefined ? model : withSource(withSource(model, from, undefined), to, source)
}

/** As the slug counts: the one that is written, or the name of the file. */
function swapSlugs(model: SiteModel, one: string, other: string): SiteModel {
  const slugAt = (path: string): JsonValue =>
    model.sources[path]?.fields['slug'] ??
    path
      .replace(/(?:\/index)?\.md$/, '')
      .split('/')
      .at(-1) ??
    ''
  const slugs = {[one]: slugAt(other), [other]: slugAt(one)}
  return Object.entries(slugs).reduce((next, [path, slug]) => {
    const source = next.sources[path]
    return source === undefined ? next : withSource(next, path, withField(source, 'slug', slug))
  }, model)
}
