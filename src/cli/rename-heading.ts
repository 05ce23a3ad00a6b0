import {join} from 'node:path'
import {planRename, type RenamePlan} from '#src/build/plan-rename.ts'
import {replaceFile} from '#src/host/replace-file.ts'
import type {Host} from '#src/model/host.ts'
import {isMarkdownPath, type SourcePath} from '#src/model/source.ts'
import type {openForReading} from './open-for-reading.ts'

/** A heading as `galley mv` is given it. */
export interface HeadingMove {
  /** The file in `content/`. */
  readonly source: string
  readonly heading: string
  readonly title: string
  /** Absolute path of the site. */
  readonly root: string
  readonly dryRun: boolean
}

/** Rename a heading with all links to it. Returns what was done, or a sentence in `problem` where that cannot be. */
export async function renameHeading(
  {source, heading, title, root, dryRun}: HeadingMove,
  {host, site, options}: ReturnType<typeof openForReading>
): Promise<{readonly text: string} | {readonly problem: string}> {
  if (/[\r\n]/.test(title) || title.trim() === '')
    return {problem: 'Expected a heading of one line, with words'}
  if (!(await isText(host, source)))
    return {problem: `Expected an article in \`content/\`, found \`${source}\``}
  const asked = {source: source as SourcePath, heading, title: title.trim()}
  const plan = await planRename(host, options, await site.renewWhole(), asked)
  if (typeof plan === 'string') return {problem: plan}
  if (!dryRun) for (const {file, text} of plan.edits) replaceFile(join(root, file), [text])
  return {text: renameText(plan, dryRun)}
}

async function isText(host: Pick<Host, 'list'>, source: string): Promise<boolean> {
  return isMarkdownPath(source) && (await host.list('content')).value.some(({path}) => path === source)
}

/** What was done, or would be. */
function renameText({ids, kept, edits, unplaced}: RenamePlan, dryRun: boolean): string {
  const lines = [
    ...[...ids].map(([from, to]) => `#${from} → #${to}`),
    ...edits.map(({file, count}) => `${file}: ${count} ${count === 1 ? 'place' : 'places'} rewritten`),
    ...(kept === undefined ? [] : [`#${kept} still leads to the heading, for links of other sites`]),
    ...unplaced.map(
      ({file, line, reference}) =>
        `${file}${line === undefined ? '' : `:${line}`}: rewrite \`${reference}\` by hand, it stands there in another form`
    ),
    ...(dryRun ? ['Nothing is changed: this is what would be done'] : [])
  ]
  return lines.map((line) => `${line}\n`).join('')
}
