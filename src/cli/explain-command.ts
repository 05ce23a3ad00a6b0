import {relative, resolve, sep} from 'node:path'
import {explain} from '#src/build/explain.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {exitStatus} from './exit-status.ts'
import {explainText} from './explain-text.ts'
import type {Outside} from './main.ts'
import type {ExplainArguments} from './parse-arguments.ts'

/** Run `galley explain`. Returns the exit status. */
export function explainCommand(
  {subject, folder}: ExplainArguments,
  {terminal, themeFolder, state}: Outside
): number {
  const root = resolve(folder)
  const host = nodeHost({root, output: resolve(root, 'dist'), theme: themeFolder, version: state})
  const found = explain(host, subject) ?? explain(host, fromRoot(root, subject))
  if (found === undefined) {
    terminal.stderr.write(
      'Expected a site that has been built, found nothing remembered\n  hint: run `galley build`\n'
    )
    return exitStatus.wrongUsage
  }
  terminal.stdout.write(explainText(found))
  return exitStatus.done
}

/** A file as the site names it, when it was named from another folder. */
function fromRoot(root: string, file: string): string {
  return relative(root, resolve(file)).split(sep).join('/')
}
