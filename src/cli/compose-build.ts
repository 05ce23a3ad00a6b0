import {statSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {dirname} from 'node:path'
import process from 'node:process'
import {build} from '#src/build/build.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {refuseOutput} from '#src/host/refuse-output.ts'
import {type BuildDependencies, buildCommand} from './build-command.ts'
import {isConfined} from './is-confined.ts'
import type {Outside} from './main.ts'
import type {BuildArguments} from './parse-build-arguments.ts'

/** Run `galley build` or `galley check` with the real world: the one place where the parts meet. */
export function composeBuild(
  wanted: BuildArguments,
  {terminal, themeFolder, version, state, workerFolder, builtTheme}: Outside
): Promise<number> {
  const confine: BuildDependencies['confine'] = async (folders) => {
    const {runConfined} = await import('./confined-process.ts')
    return runConfined({...folders, packageFolder: dirname(themeFolder)})
  }
  return buildCommand(wanted, {
    terminal,
    themeFolder,
    build,
    // It renders pages, whose code a build without a change does not load.
    verify: async (...given) => (await import('#src/build/verify-build.ts')).verifyBuild(...given),
    checkExternal: async (...given) =>
      (await import('./check-external-links.ts')).checkExternalLinks(...given),
    createHost: (folders) =>
      nodeHost({
        ...folders,
        version: state,
        ...(workerFolder === undefined ? {} : {workerFolder}),
        ...(builtTheme === undefined ? {} : {builtTheme})
      }),
    refuseOutput,
    ...(isConfined() ? {} : {confine}),
    isFolder,
    // What measures is loaded only when that is asked for.
    recordProcess: async () => (await import('./process-recording.ts')).recordProcess(),
    writeFile: async (path, text) => writeFileSync(path, text),
    // `performance` would be loaded for it.
    now: () => process.uptime() * 1000,
    currentFolder: process.cwd(),
    homeFolder: homedir(),
    system: {
      galleyVersion: version,
      nodeVersion: process.version,
      platform: `${process.platform} ${process.arch}`
    }
  })
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
