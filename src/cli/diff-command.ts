import {resolve} from 'node:path'
import {changesMarkdown, changesText} from '#src/compare/changes-text.ts'
import {type BuiltSite, compareSites, type SiteChanges} from '#src/compare/compare-sites.ts'
import {openDeployed} from '#src/deploy/deployed-site.ts'
import {isProtected} from '#src/deploy/plan-deploy.ts'
import {withoutEncoding} from '#src/deploy/rank-file.ts'
import {listBuilt} from '#src/host/built-files.ts'
import {outputFolder} from '#src/host/output-folder.ts'
import {recordFile} from '#src/model/deployment.ts'
import type {OutputPath} from '#src/model/route.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import type {ChangesFormat, DiffArguments} from './parse-diff-arguments.ts'
import {type ReachedTarget, reachTarget} from './reach-target.ts'

/** Run `galley diff`. Returns the exit status: that sites differ is no failure. */
export async function diffCommand({sites, format}: DiffArguments, outside: Outside): Promise<number> {
  const {terminal} = outside
  const write = (before: BuiltSite, after: BuiltSite): void => {
    terminal.stdout.write(written[format](compareSites(before, after)))
  }
  if ('folder' in sites) {
    return reachTarget({...sites, activity: 'comparing'}, outside, async (reached) => {
      const {deployed, built} = await openBoth(reached)
      write(deployed, built)
    })
  }
  const [before, after] = [openFolder(sites.before), openFolder(sites.after)]
  const missing = before === undefined ? sites.before : after === undefined ? sites.after : undefined
  if (before === undefined || after === undefined) {
    terminal.stderr.write(
      `Expected a built site in \`${missing}\`, found no such folder\n  hint: \`galley build --out FOLDER\` makes one\n`
    )
    return exitStatus.wrongUsage
  }
  write(before, after)
  return exitStatus.done
}

const written: Readonly<Record<ChangesFormat, (changes: SiteChanges) => string>> = {
  text: changesText,
  markdown: changesMarkdown,
  json: (changes) => `${JSON.stringify(changes, undefined, 2)}\n`
}

/** What was deployed last, and what was built. */
async function openBoth({target, built, note}: ReachedTarget): Promise<{
  readonly deployed: BuiltSite
  readonly built: BuiltSite
}> {
  const files = listBuilt(built)
  const read = (path: string): Uint8Array => built.read(path as OutputPath) ?? new Uint8Array()
  const deployed = await openDeployed(target, files, read)
  if (!deployed.isRecorded) {
    note(
      `${target.name} has no record of a deploy: what is there beside the files of this site counts for nothing`
    )
  }
  return {deployed: withoutCopies(deployed), built: withoutCopies({paths: files.map(({path}) => path), read})}
}

/** What was built in a folder; `undefined` where there is none. */
function openFolder(path: string): BuiltSite | undefined {
  const folder = outputFolder(resolve(path))
  if (!folder.hasFolder('')) return undefined
  const read = (file: string): Uint8Array => folder.read(file as OutputPath) ?? new Uint8Array()
  // What a deploy left there is no part of the site.
  const paths = folder.list().filter((file) => file !== recordFile && !isProtected(file))
  return withoutCopies({paths, read})
}

/** A site without compressed copies of its files: they are others when the files are, and say nothing of their own. */
function withoutCopies({paths, read}: BuiltSite): BuiltSite {
  const all = new Set(paths)
  const isCopy = (path: string): boolean => {
    const plain = withoutEncoding(path)
    return plain !== path && all.has(plain)
  }
  return {paths: paths.filter((path) => !isCopy(path)), read}
}
