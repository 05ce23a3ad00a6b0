import {gzipSync} from 'node:zlib'
import type {Read} from '#src/build/explain.ts'
import type {LinkedPage, PageAccount} from '#src/build/page-account.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FileLink, PageLink, PageReport, Question} from './page-report.ts'
import {describeProblems, editorLink, type ProblemContext} from './problems.ts'

/** What is known of a page. */
export interface KnownOfPage {
  readonly account: PageAccount | undefined
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** The file that a build writes; absent while it cannot be made. */
  readonly bytes: Uint8Array | undefined
  readonly basePath: string
}

/** Tell all that is known of a page, as the toolbar shows it. */
export async function reportPage(
  {account, diagnostics, bytes = new Uint8Array(), basePath}: KnownOfPage,
  context: ProblemContext
): Promise<PageReport> {
  const {source, templates = [], reads = [], links = [], backlinks} = account ?? {}
  return {
    problems: await describeProblems(diagnostics, context),
    ...(source === undefined ? {} : {source: linkTo(source)}),
    frontMatter: namedValues(account?.frontMatter),
    templates: templates.map(({file, isBuiltIn}) => (isBuiltIn ? {file} : linkTo(file))),
    reads: reads.map(clip),
    links: links.map(toPage),
    brokenLinks: diagnostics.flatMap(({code, file, reason}) =>
      file === source && brokenLinkCodes.has(code) ? [reason] : []
    ),
    ...(backlinks === undefined ? {} : {backlinks: backlinks.map(toPage)}),
    weight: {plain: bytes.length, compressed: bytes.length === 0 ? 0 : gzipSync(bytes).length}
  }

  function linkTo(file: string): FileLink {
    return {file, editor: editorLink(context, file, {line: 1, column: 1})}
  }

  function toPage({title, path}: LinkedPage): PageLink {
    return {title, address: encodeURI(basePath + path.slice(1))}
  }
}

const brokenLinkCodes: ReadonlySet<string> = new Set([
  'routing/broken-reference',
  'routing/unpublished-reference',
  'routing/unknown-heading',
  'routing/ambiguous-name'
])

/** Fields of its own and those of a site stand side by side, as they were written. */
function namedValues(frontMatter: PageAccount['frontMatter']): PageReport['frontMatter'] {
  if (frontMatter === undefined) return []
  const {params, ...fields} = frontMatter
  return Object.entries({...fields, ...params}).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value)
  ])
}

/** Characters of an answer that are enough to know it. */
const answerMax = 160

function clip({answer, ...read}: Read): Question {
  if (answer === undefined) return read
  return {...read, answer: answer.length <= answerMax ? answer : `${answer.slice(0, answerMax - 1)}…`}
}
