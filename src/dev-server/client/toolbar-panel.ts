import type {PageLink, PageReport} from '../page-report.ts'
import {element, withCode} from './element.ts'
import {loadedFiles} from './loaded-files.ts'
import {problemItem} from './problem-item.ts'

/** How the panel is drawn. */
export interface PanelOptions {
  /** Whether all that was asked for the page is seen. */
  readonly isUnfolded: boolean
  readonly onClose: () => void
}

/** What the toolbar tells of a page. All is set as text: what authors wrote is never read as HTML. */
export function toolbarPanel(
  report: PageReport,
  {isUnfolded, onClose}: PanelOptions
): ReadonlyArray<HTMLElement> {
  const {problems, frontMatter} = report
  const close = element('button', 'close', ['Close'])
  close.addEventListener('click', onClose)
  return [
    element('header', '', [element('h2', '', ['About this page']), close]),
    ...(problems.length === 0
      ? []
      : [part('Problems', [element('ol', 'problems', problems.map(problemItem))])]),
    ...(frontMatter.length === 0 ? [] : [part('Front matter', [pairs(frontMatter)])]),
    part('Made of', [files(report), ...questions(report, isUnfolded)]),
    part('Links to', outgoing(report)),
    part('Linked from', incoming(report)),
    part('Weight', [pairs(weights(report))])
  ]
}

function part(title: string, children: ReadonlyArray<HTMLElement>): HTMLElement {
  return element('section', 'part', [element('h3', '', [title]), ...children])
}

function pairs(rows: ReadonlyArray<readonly [string, string]>): HTMLElement {
  return element(
    'dl',
    '',
    rows.flatMap(([name, value]) => [element('dt', '', [name]), element('dd', '', [value])])
  )
}

function files({source, templates}: PageReport): HTMLElement {
  const all = [...(source === undefined ? [] : [source]), ...templates]
  return list(
    all.map((file) =>
      file.editor === undefined
        ? [element('span', 'file', [file.file]), element('span', 'note', [' of the theme'])]
        : [link('file', file.file, file.editor)]
    )
  )
}

/** By what was asked, since a page may ask for dozens of addresses. */
function questions({reads}: PageReport, isUnfolded: boolean): ReadonlyArray<HTMLElement> {
  if (reads.length === 0) return []
  const names = [...new Set(reads.map(({query}) => query))]
  const rows = names.flatMap((name) => [
    element('dt', '', [name]),
    ...reads.flatMap(({query, argument, answer}) => {
      const asked = argument === 'null' ? '' : argument
      const text = answer === undefined ? asked : `${asked} → ${answer}`.trim()
      return query === name && text !== '' ? [element('dd', '', [text])] : []
    })
  ])
  const count = reads.length === 1 ? '1 question' : `${reads.length} questions`
  const details = element('details', '', [
    element('summary', '', [`${count} asked to make it`]),
    element('dl', 'questions', rows)
  ])
  details.toggleAttribute('open', isUnfolded)
  return [details]
}

function outgoing({links, brokenLinks}: PageReport): ReadonlyArray<HTMLElement> {
  if (links.length + brokenLinks.length === 0) return [note('No other page of the site')]
  const broken = brokenLinks.map((reason) => [element('span', 'broken', withCode(reason))])
  return [list([...links.map(pageLink), ...broken])]
}

function incoming({backlinks}: PageReport): ReadonlyArray<HTMLElement> {
  if (backlinks === undefined) return [note('Known when all articles are compiled')]
  return [backlinks.length === 0 ? note('No text of the site') : list(backlinks.map(pageLink))]
}

function weights({weight: {plain, compressed}}: PageReport): ReadonlyArray<readonly [string, string]> {
  return [
    ['HTML', `${size(plain)}, compressed ${size(compressed)}`],
    ...loadedFiles().map(({kind, count, bytes}) => [kind, weightOf(count, bytes)] as const)
  ]
}

/** Some browsers do not tell the size of what they have loaded. */
function weightOf(count: number, bytes: number): string {
  const files = count === 1 ? '1 file' : `${count} files`
  return bytes === 0 ? files : `${size(bytes)} in ${files}`
}

function pageLink({title, address}: PageLink): ReadonlyArray<HTMLElement> {
  return [link('', title, address)]
}

function link(className: string, text: string, address: string): HTMLElement {
  const made = element('a', className, [text])
  made.setAttribute('href', address)
  return made
}

function list(items: ReadonlyArray<ReadonlyArray<HTMLElement>>): HTMLElement {
  return element(
    'ul',
    '',
    items.map((children) => element('li', '', children))
  )
}

function note(text: string): HTMLElement {
  return element('p', 'note', [text])
}

/** As browsers and hosts count them, by thousands. */
function size(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`
}
