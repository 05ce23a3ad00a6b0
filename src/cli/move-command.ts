import {existsSync, mkdirSync, renameSync, rmdirSync} from 'node:fs'
import {dirname, join, posix, resolve} from 'node:path'
import {type MovePlan, planMove} from '#src/build/plan-move.ts'
import {replaceFile} from '#src/host/replace-file.ts'
import {isMarkdownPath, type SourcePath} from '#src/model/source.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import {openForReading} from './open-for-reading.ts'
import type {MoveArguments} from './parse-address-arguments.ts'

/** Run `galley mv`. Returns the exit status. */
export async function moveCommand(
  {from, to, folder, dryRun}: MoveArguments,
  outside: Outside
): Promise<number> {
  const {stdout, stderr} = outside.terminal
  const root = resolve(folder)
  // Links of drafts are to follow too.
  const opened = openForReading(
    root,
    {environment: 'production', drafts: true, future: true, expired: true},
    outside
  )
  const {host, site, options} = opened
  try {
    const [path = '', heading] = from.split('#')
    if (heading !== undefined) {
      const {renameHeading} = await import('./rename-heading.ts')
      const asked = {source: inContent(path), heading, title: to, root, dryRun}
      const done = await renameHeading(asked, opened)
      if ('problem' in done) return refuse(done.problem)
      stdout.write(done.text)
      return exitStatus.done
    }
    const files = (await host.list('content')).value.map(({path}) => path)
    const stray = [from, to].find((path) => !inContent(path).startsWith('content/'))
    if (stray !== undefined) return refuse(`Expected a path in \`content/\`, found \`${stray}\``)
    const moves = movesOf(files, inContent(from), inContent(to))
    if (typeof moves === 'string') return refuse(moves)
    const taken = [...moves.values()].find((path) => existsSync(join(root, path)))
    if (taken !== undefined) return refuse(`Expected a new path, found \`${taken}\`, which is there already`)
    const plan = await planMove(host, options, await site.renewWhole(), moves)
    if (!dryRun) apply(root, plan)
    stdout.write(planText(plan, dryRun))
    return exitStatus.done
  } finally {
    host.store.release()
  }

  function refuse(reason: string): number {
    stderr.write(`${reason}\n`)
    return exitStatus.wrongUsage
  }
}

/** Where each file goes; a sentence when that cannot be. */
export function movesOf(
  files: ReadonlyArray<SourcePath>,
  from: string,
  to: string
): ReadonlyMap<SourcePath, SourcePath> | string {
  if (files.includes(from as SourcePath)) {
    const isFolder = to.endsWith('/') || files.some((path) => path.startsWith(`${to}/`))
    const target = isFolder ? posix.join(to, posix.basename(from)) : withExtension(to, from)
    return new Map([[from as SourcePath, target as SourcePath]])
  }
  const below = files.filter((path) => path.startsWith(`${from.replace(/\/$/, '')}/`))
  if (below.length === 0) return `Expected a file or folder of \`content/\`, found \`${from}\``
  const [old, fresh] = [from, to].map((path) => path.replace(/\/$/, ''))
  if (`${fresh}/`.startsWith(`${old}/`)) return `Expected a path outside of \`${old}\`, found \`${fresh}\``
  return new Map(below.map((path) => [path, (fresh + path.slice(old?.length)) as SourcePath]))
}

/** A name as it is where it has an extension, else with that of `from`. Articles may have names with dots: `release-1.2`. */
function withExtension(to: string, from: string): string {
  const isWhole = isMarkdownPath(from) ? isMarkdownPath(to) : posix.extname(to) !== ''
  return isWhole ? to : to + posix.extname(from)
}

function inContent(path: string): string {
  const plain = posix.normalize(path.replaceAll('\\', '/')).replace(/^\.\//, '')
  return plain.startsWith('content/') ? plain : posix.join('content', plain)
}

/** Move the files, then write what changes in them: whatever happens in between, no text is lost. */
function apply(root: string, {moves, edits}: MovePlan): void {
  for (const [from, to] of moves) {
    mkdirSync(dirname(join(root, to)), {recursive: true})
    renameSync(join(root, from), join(root, to))
  }
  for (const {file, text} of edits) replaceFile(join(root, file), [text])
  for (const from of moves.keys()) removeEmpty(root, posix.dirname(from))
}

function removeEmpty(root: string, folder: string): void {
  if (folder === 'content' || folder === '.') return
  try {
    rmdirSync(join(root, folder))
  } catch {
    return
  }
  removeEmpty(root, posix.dirname(folder))
}

/** What was done, or would be. */
export function planText({moves, edits, aliases, unplaced}: MovePlan, dryRun: boolean): string {
  const lines = [
    ...[...moves].map(([from, to]) => `${from} → ${to}`),
    ...edits.map(({file, count}) => `${file}: ${count} ${count === 1 ? 'place' : 'places'} rewritten`),
    ...aliases.map(({source, alias, isWritten}) =>
      isWritten
        ? `${source}: ${alias} forwards to it`
        : `${source}: add the alias ${alias} by hand, its front matter is not written as Galley could change it`
    ),
    ...unplaced.map(
      ({file, line, reference}) =>
        `${file}${line === undefined ? '' : `:${line}`}: rewrite \`${reference}\` by hand, it stands there in another form`
    ),
    ...(dryRun ? ['Nothing is changed: this is what would be done'] : [])
  ]
  return lines.map((line) => `${line}\n`).join('')
}
