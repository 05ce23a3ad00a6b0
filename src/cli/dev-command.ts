import {readFileSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import process from 'node:process'
import {startDevServer} from '#src/dev-server/start-dev-server.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {reloadingLoader} from '#src/host/reload-code.ts'
import {openDevReport} from './dev-report.ts'
import {editorAddress} from './editor-address.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import type {DevArguments} from './parse-server-arguments.ts'
import {runServer} from './run-server.ts'

/** Run `galley dev` until it is interrupted. Returns the exit status. */
export async function devCommand(wanted: DevArguments, outside: Outside): Promise<number> {
  const {terminal, themeFolder, state, workerFolder, builtTheme, clientFile, version} = outside
  const root = resolve(wanted.folder)
  if (statSync(root, {throwIfNoEntry: false})?.isDirectory() !== true) {
    terminal.stderr.write(`Expected a folder, found no such: \`${wanted.folder}\`\n`)
    return exitStatus.wrongUsage
  }
  const output = resolve(root, 'dist')
  const host = nodeHost({
    root,
    output,
    theme: themeFolder,
    version: state,
    codeLoader: reloadingLoader(),
    ...(workerFolder === undefined ? {} : {workerFolder}),
    ...(builtTheme === undefined ? {} : {builtTheme})
  })
  const report = openDevReport(terminal, host)
  const {drafts, environment, expired, future, hasToolbar, isFollowing, listen} = wanted
  return runServer({...wanted, version}, terminal, async (describe) => {
    const server = await startDevServer({
      ...listen,
      host,
      root,
      hasToolbar,
      isFollowing,
      excluded: [output, resolve(root, '.galley')],
      site: {
        drafts,
        environment,
        expired,
        future,
        keepGoing: true,
        onCompiled: report.onCompiled,
        onNotice: report.onNotice
      },
      clientScript: clientFile === undefined ? '' : readFileSync(clientFile, 'utf8'),
      editor: editorAddress(process.env['GALLEY_EDITOR']),
      onRenewed: report.onRenewed,
      onDiagnostics: report.onDiagnostics,
      onFault: (fault) => report.onFault(describe(fault))
    })
    report.onReady(server, performance.now())
    return {
      ...server,
      async close() {
        await server.close()
        host.store.release()
      }
    }
  })
}
