import {statSync} from 'node:fs'
import {relative, resolve} from 'node:path'
import {checkConfig} from '#src/config/check-config.ts'
import {startPreview} from '#src/dev-server/start-preview.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {summaryStyle} from './colors.ts'
import {addressLines} from './dev-report.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import type {PreviewArguments} from './parse-server-arguments.ts'
import {runServer} from './run-server.ts'

/** Run `galley preview` until it is interrupted. Returns the exit status. */
export async function previewCommand(wanted: PreviewArguments, outside: Outside): Promise<number> {
  const {terminal, themeFolder, state, version} = outside
  const {baseUrl, environment, folder, listen, out} = wanted
  const root = resolve(folder)
  const output = resolve(root, out)
  if (statSync(output, {throwIfNoEntry: false})?.isDirectory() !== true) {
    const name = relative('.', output)
    terminal.stderr.write(
      `Expected a site that has been built, found no folder \`${name}\`\n  hint: run \`galley build\`\n`
    )
    return exitStatus.wrongUsage
  }
  const host = nodeHost({root, output, theme: themeFolder, version: state})
  return runServer({...wanted, version}, terminal, async (describe) => {
    const loaded = await host.loadConfig(environment)
    // What is wrong with the configuration, the build has told.
    const {value} = await checkConfig(loaded.value, {
      environment,
      drafts: false,
      future: false,
      expired: false,
      ...(baseUrl === undefined ? {} : {baseUrl})
    })
    const server = await startPreview({
      ...listen,
      host,
      basePath: new URL(value.site.baseUrl).pathname,
      onFault: (fault) => terminal.stderr.write(describe(fault).text)
    })
    terminal.stdout.write(addressLines(server, summaryStyle(terminal.stdout).good))
    return server
  })
}
