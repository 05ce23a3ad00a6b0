import {resolve} from 'node:path'
import {explain} from '#src/build/explain.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {exitStatus} from './exit-status.ts'
import {explainText} from './explain-text.ts'
import {namesOfFile} from './file-names.ts'
import type {Outside} from './main.ts'
import type {ExplainArguments} from './parse-arguments.ts'

/** Run `galley explain`. Returns the exit status. */
export async function explainCommand(
  {subject, folder}: ExplainArguments,
  {terminal, themeFolder, state}: Outside
): Promise<number> {
  const root = resolve(folder)
  const host = nodeHost({root, output: resolve(root, 'dist'), theme: themeFolder, version: state})
  const found = await explain(host, namesOfFile(root, subject))
  if (found === undefined) {
    terminal.stderr.write(
      'Expected a site that has been built, found nothing remembered\n  hint: run `galley build`\n'
    )
    return exitStatus.wrongUsage
  }
  const isUnknown = 'routes' in found && found.routes.length === 0 && found.standing === 'unknown'
  terminal[isUnknown ? 'stderr' : 'stdout'].write(explainText(found))
  return isUnknown ? exitStatus.wrongUsage : exitStatus.done
}
