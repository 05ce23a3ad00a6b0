import {exitStatus} from './exit-status.ts'
import {parseArguments} from './parse-arguments.ts'
import type {Terminal} from './terminal.ts'

/** What the commands need beside the command line. */
export interface Outside {
  readonly terminal: Terminal
  readonly version: string
  /** Of the code; see `Host.version`. */
  readonly state: string
  /** Folder of the modules that threads run; absent when the sources run as they are. */
  readonly workerFolder?: URL
  /** Folder of the built-in theme as it was bundled with Galley; absent likewise. */
  readonly builtTheme?: string
  /** The script of the dev server for pages, as it was bundled with Galley; absent likewise. */
  readonly clientFile?: URL
  /** Absolute path of the built-in theme. */
  readonly themeFolder: string
}

/** Do what `argv`, the arguments after `galley`, asks for. Returns the exit status. */
export async function main(argv: ReadonlyArray<string>, outside: Outside): Promise<number> {
  const {stdout, stderr} = outside.terminal
  const wanted = await parseArguments(argv)
  if (wanted.kind === 'build' || wanted.kind === 'check') {
    // Help and mistakes are answered without loading the generator.
    const {composeBuild} = await import('./compose-build.ts')
    return composeBuild(wanted, outside)
  }
  if (wanted.kind === 'dev') {
    const {devCommand} = await import('./dev-command.ts')
    return devCommand(wanted, outside)
  }
  if (wanted.kind === 'preview') {
    const {previewCommand} = await import('./preview-command.ts')
    return previewCommand(wanted, outside)
  }
  if (wanted.kind === 'new') {
    const {newCommand} = await import('./new-command.ts')
    return newCommand(wanted, outside)
  }
  if (wanted.kind === 'init') {
    const {initCommand} = await import('./init-command.ts')
    return initCommand(wanted, outside)
  }
  if (wanted.kind === 'list') {
    const {listCommand} = await import('./list-command.ts')
    return listCommand(wanted, outside)
  }
  if (wanted.kind === 'related') {
    const {relatedCommand} = await import('./related-command.ts')
    return relatedCommand(wanted, outside)
  }
  if (wanted.kind === 'urls') {
    const {urlsCommand} = await import('./urls-command.ts')
    return urlsCommand(wanted, outside)
  }
  if (wanted.kind === 'mv') {
    const {moveCommand} = await import('./move-command.ts')
    return moveCommand(wanted, outside)
  }
  if (wanted.kind === 'explain') {
    const {explainCommand} = await import('./explain-command.ts')
    return explainCommand(wanted, outside)
  }
  if (wanted.kind === 'diff') {
    const {diffCommand} = await import('./diff-command.ts')
    return diffCommand(wanted, outside)
  }
  if (wanted.kind === 'deploy') {
    const {deployCommand} = await import('./deploy-command.ts')
    return deployCommand(wanted, outside)
  }
  if (wanted.kind === 'clean') {
    const {cleanCommand} = await import('./clean-command.ts')
    return cleanCommand(wanted, outside)
  }
  if (wanted.kind === 'wrong') {
    stderr.write(`${wanted.reason}\n  hint: ${wanted.hint}\n`)
    return exitStatus.wrongUsage
  }
  if (wanted.kind === 'version') stdout.write(`${outside.version}\n`)
  if (wanted.kind === 'help') {
    const {commandHelp, generalHelp} = await import('./help.ts')
    stdout.write(wanted.command === undefined ? generalHelp() : commandHelp(wanted.command))
  }
  return exitStatus.done
}
