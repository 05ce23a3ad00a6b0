import {resolve} from 'node:path'
import {type Explained, explain} from '#src/build/explain.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {exitStatus} from './exit-status.ts'
import {explainText} from './explain-text.ts'
import {namesOfFile} from './file-names.ts'
import type {Outside} from './main.ts'
import type {ExplainArguments} from './parse-arguments.ts'

/** Run `galley explain`. Returns the exit status. */
export function explainCommand(
  {subject, folder}: ExplainArguments,
  {terminal, themeFolder, state}: Outside
): number {
  const root = resolve(folder)
  const host = nodeHost({root, output: resolve(root, 'dist'), theme: themeFolder, version: state})
  const found = firstKnown(host, namesOfFile(root, subject))
  if (found === undefined) {
    terminal.stderr.write(
      'Expected a site that has been built, found nothing remembered\n  hint: run `galley build`\n'
    )
    return exitStatus.wrongUsage
  }
  const isUnknown = isUnused(found)
  terminal[isUnknown ? 'stderr' : 'stdout'].write(explainText(found))
  return isUnknown ? exitStatus.wrongUsage : exitStatus.done
}

/** What is told of the first name of which there is something to tell, else of the first. */
function firstKnown(host: Parameters<typeof explain>[0], names: ReadonlyArray<string>): Explained {
  let first: Explained
  for (const name of names) {
    const found = explain(host, name)
    first ??= found
    if (found === undefined || !isUnused(found)) return found
  }
  return first
}

function isUnused(found: NonNullable<Explained>): boolean {
  return 'routes' in found && found.routes.length === 0
}
