import {readFileSync} from 'node:fs'
import {join} from 'node:path'

const project = join(import.meta.dirname, '../..')

/** A package that is installed with Galley, as `package-lock.json` has it. */
export interface InstalledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly hasInstallScript: boolean
}

interface LockedPackage {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly peer?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
}

/** Every package that comes with Galley, by path. Those for one system alone, which are optional, are among them. */
export function installedPackages(): ReadonlyArray<InstalledPackage> {
  const {packages} = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>
  }
  return Object.entries(packages)
    .filter(([path, {dev, peer, devOptional}]) => path !== '' && ![dev, peer, devOptional].includes(true))
    .map(([path, {version, license = '', hasInstallScript = false}]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      license,
      hasInstallScript
    }))
}

/** Packages that Galley asks for itself, and what each is for. */
export const reasons: Readonly<Record<string, string>> = {
  '@orama/stemmers': 'forms of words, to find related articles',
  '@orama/stopwords': 'words that say nothing of a text, likewise',
  '@rgrove/parse-xml': 'drawings in SVG as a tree with places, to take scripts out of them',
  chokidar: 'watches files, for the dev server',
  esbuild: 'bundles templates and configuration, style sheets and scripts',
  gemoji: 'names of emoji',
  'github-slugger': 'ids of headings as GitHub makes them',
  'gray-matter': 'parts front matter from the text; its engine for JavaScript is off',
  'hast-util-to-text': 'the text of a page as a browser shows it, for `galley diff`',
  'highlight.js': 'grammars for colors of code',
  'image-size': 'sizes of images from their first bytes',
  'parse-entities': 'character references in attributes of directives',
  picocolors: 'colors in the terminal',
  preact: 'templates, which escape by default',
  'preact-render-to-string': 'their HTML',
  'property-information': 'names of attributes in HTML and SVG',
  'rehype-parse': 'HTML as a tree, for `galley diff`',
  'rehype-raw': 'raw HTML in Markdown as a browser reads it',
  'rehype-sanitize': 'raw HTML of strangers',
  'rehype-stringify': 'HTML of a tree',
  'remark-definition-list': 'definition lists',
  'remark-directive': 'calls of components',
  'remark-frontmatter': 'front matter, for the reference parser',
  'remark-gfm': 'tables, tasks, footnotes, for the reference parser',
  'remark-parse': 'the reference parser for Markdown',
  'remark-rehype': 'HTML from Markdown',
  satteri: 'the native parser for Markdown',
  temml: 'formulas as MathML',
  'temporal-polyfill': 'time zones',
  'toml-eslint-parser': 'TOML with places',
  unified: 'the processor',
  vfile: 'a text with messages, for unified',
  yaml: 'YAML 1.2 with places',
  zod: 'schemas of front matter, and types of it'
}

/** The table of the reference, as Markdown. */
export function dependencyTable(): string {
  const installed = new Map(installedPackages().map((one) => [one.name, one]))
  const rows = directDependencies().map((name) => {
    const {version = '', license = ''} = installed.get(name) ?? {}
    return `| \`${name}\` | ${version} | ${license} | ${reasons[name] ?? ''} |`
  })
  return ['| package | version | license | for |', '|---|---|---|---|', ...rows].join('\n')
}

/** Names in `package.json`. */
export function directDependencies(): ReadonlyArray<string> {
  const {dependencies} = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  return Object.keys(dependencies)
}
