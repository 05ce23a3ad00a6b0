import type {BuildResult} from '#src/build/build.ts'
import type {BundledCommand} from './bundled-command.ts'
import {folderWorld} from './disk-world.ts'
import {clockOf, type SiteState, type World} from './world.ts'

/** A site in a temporary folder; each of its builds is a process of its own. */
export function commandWorld(command: BundledCommand): World {
  return folderWorld((root, state) => buildByCommand(command, root, state))
}

async function buildByCommand(command: BundledCommand, root: string, state: SiteState): Promise<BuildResult> {
  const {stdout, stderr} = await command.start({
    argv: ['build', root, '--json', ...Object.entries(state.options).flatMap(toArguments)],
    environment: {SOURCE_DATE_EPOCH: String(clockOf(state) / 1000)}
  }).ended
  if (stdout === '') throw new Error(`Expected a result of the build, found\n${stderr}`)
  return JSON.parse(stdout) as BuildResult
}

function toArguments([name, value]: [string, unknown]): ReadonlyArray<string> {
  const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  return value === true ? [option] : [option, String(value)]
}
