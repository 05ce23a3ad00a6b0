import {resolve} from 'node:path'
import {changesMarkdown, changesText} from '#src/compare/changes-text.ts'
import {type BuiltSite, compareSites, type SiteChanges} from '#src/compare/compare-sites.ts'
import {isProtected} from '#src/deploy/plan-deploy.ts'
import {outputFolder} from '#src/host/output-folder.ts'
import {recordFile} from '#src/model/deployment.ts'
import type {OutputPath} from '#src/model/route.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import type {ChangesFormat, DiffArguments} from './parse-diff-arguments.ts'

/** Run `galley diff`. Returns the exit status: that sites differ is no failure. */
export function diffCommand({before, after, format}: DiffArguments, {terminal}: Outside): number {
  const [old, fresh] = [openBuilt(before), openBuilt(after)]
  const missing = old === undefined ? before : fresh === undefined ? after : undefined
  if (old === undefined || fresh === undefined) {
    terminal.stderr.write(
      `Expected a built site in \`${missing}\`, found no such folder\n  hint: \`galley build --out FOLDER\` makes one\n`
    )
    return exitStatus.wrongUsage
  }
  terminal.stdout.write(written[format](compareSites(old, fresh)))
  return exitStatus.done
}

const written: Readonly<Record<ChangesFormat, (changes: SiteChanges) => string>> = {
  text: changesText,
  markdown: changesMarkdown,
  json: (changes) => `${JSON.stringify(changes, undefined, 2)}\n`
}

/** What was built in a folder; `undefined` where there is none. */
function openBuilt(path: string): BuiltSite | undefined {
  const folder = outputFolder(resolve(path))
  if (!folder.hasFolder('')) return undefined
  const read = (file: string): Uint8Array => folder.read(file as OutputPath) ?? new Uint8Array()
  // What a deploy left there is no part of the site.
  const paths = folder.list().filter((file) => file !== recordFile && !isProtected(file))
  return {paths, read}
}
