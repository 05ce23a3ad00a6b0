import {stat} from 'node:fs/promises'
import {homedir} from 'node:os'
import process from 'node:process'
import {build} from '#src/build/build.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {refuseOutput} from '#src/host/refuse-output.ts'
import {type BuildDependencies, buildCommand} from './build-command.ts'
import type {BuildArguments} from './parse-arguments.ts'

/** Run `galley build` with the real world: the one place where the parts meet. */
export function composeBuild(
  wanted: BuildArguments,
  outside: Pick<BuildDependencies, 'terminal' | 'themeFolder'> & {readonly version: string}
): Promise<number> {
  return buildCommand(wanted, {
    terminal: outside.terminal,
    themeFolder: outside.themeFolder,
    build,
    createHost: nodeHost,
    refuseOutput,
    isFolder: (path) =>
      stat(path).then(
        (found) => found.isDirectory(),
        () => false
      ),
    now: () => performance.now(),
    currentFolder: process.cwd(),
    homeFolder: homedir(),
    system: {
      galleyVersion: outside.version,
      nodeVersion: process.version,
      platform: `${process.platform} ${process.arch}`
    }
  })
}
