import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {main} from '#src/cli/main.ts'
import {printingTerminal} from '../cli/printing-terminal.ts'
import type {Contents} from '../incremental/disturbances.ts'
import {folderTree} from '../incremental/folder-tree.ts'
import {contentOf} from '../incremental/world.ts'

/** How a command ended. */
export interface Report {
  readonly status: number
  /** What it printed, on both streams. */
  readonly text: string
}

/** A site as small as one with pages, lists and files can be, and its theme. */
export interface SmallSite {
  readonly root: string
  readonly output: string
  readonly store: string
  /** Make the sources those of an edition: 0 or 1, which has one article less, one more and one that is another. */
  readonly show: (edition: 0 | 1) => void
  /** Run `galley build` in this process. */
  readonly build: (...options: ReadonlyArray<string>) => Promise<Report>
  readonly written: () => Contents
  readonly close: () => void
}

/** @param parent Absolute folder to put it into; default: the system's for temporary files. */
export function smallSite(parent: string = tmpdir()): SmallSite {
  const base = realpathSync(mkdtempSync(join(parent, 'galley-test-')))
  const [root, theme] = [join(base, 'site'), join(base, 'theme')]
  for (const [path, text] of Object.entries(themeFiles)) write(join(theme, path), text)
  for (const [path, text] of Object.entries(commonFiles)) write(join(root, path), text)
  const output = join(root, 'dist')
  const tree = folderTree(() => output, '')
  return {
    root,
    output,
    store: join(root, '.galley'),
    show(edition) {
      rmSync(join(root, 'content/s'), {recursive: true, force: true})
      for (const [path, text] of Object.entries(editions[edition])) write(join(root, 'content/s', path), text)
    },
    build: (...options) => run(['build', root, ...options], theme),
    written: () => new Map([...contentOf(tree)].filter(([path]) => !path.startsWith('.galley-staging/'))),
    close: () => rmSync(base, {recursive: true, force: true})
  }
}

async function run(argv: ReadonlyArray<string>, themeFolder: string): Promise<Report> {
  const {terminal, printed} = printingTerminal()
  const status = await main(argv, {terminal, version: '1', state: 'test', themeFolder})
  return {status, text: printed()}
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
}

const article = (title: string): string =>
  `---\ntitle: ${title}\ntags: [ink]\n---\n${`Words of ${title}. `.repeat(300)}\n\n[other](b.md)\n`

const editions = [
  {'a.md': article('A'), 'b.md': article('B'), 'c.md': article('C')},
  {'a.md': article('Another'), 'b.md': article('B'), 'd/index.md': article('D'), 'd/x.txt': 'x'.repeat(9_000)}
] as const

const commonFiles = {
  'galley.config.json': '{"title": "Small"}',
  'content/_index.md': '---\ntitle: Home\n---\nHome.\n',
  'public/kept.txt': 'kept'.repeat(2_000)
}

const page = (props: string, body: string): string =>
  `export default ({${props}}) => <html><title>x</title>${body}</html>\n`
const listing = '{listing.pages.map((one) => <a href={view.href(one)}>{one.title}</a>)}'
const text = '<main dangerouslySetInnerHTML={{__html: view.body(page)}} />'

const themeFiles = {
  'home.tsx': page('view, listing', listing),
  'section.tsx': page('view, listing', listing),
  'article.tsx': page('view, page', `<h1>{page.title}</h1>${text}`),
  'page.tsx': page('view, page', text),
  'taxonomy.tsx': page('view, terms', '{terms.map((term) => <a href={view.href(term)}>{term.name}</a>)}'),
  'term.tsx': page('view, listing', listing),
  '404.tsx': page('', 'none'),
  'assets/theme.css': 'body {}\n'
}
