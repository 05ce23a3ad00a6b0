import {readFileSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import process from 'node:process'
import {NoPortError} from '#src/dev-server/open-server.ts'
import {type DevServer, startDevServer} from '#src/dev-server/start-dev-server.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {openDevReport} from './dev-report.ts'
import {editorAddress} from './editor-address.ts'
import {exitStatus} from './exit-status.ts'
import {describeFailure} from './failure.ts'
import type {Outside} from './main.ts'
import {openBrowser} from './open-browser.ts'
import type {DevArguments} from './parse-dev-arguments.ts'

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
    ...(workerFolder === undefined ? {} : {workerFolder}),
    ...(builtTheme === undefined ? {} : {builtTheme})
  })
  const report = openDevReport(terminal, host)
  const {drafts, environment, expired, future, listen} = wanted
  try {
    const server: DevServer = await startDevServer({
      ...listen,
      host,
      root,
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
      onFault: (fault) => report.onFault(describe(fault, 'serving'))
    })
    report.onReady(server.url, performance.now())
    if (listen.isOpened) openBrowser(server.url)
    await interrupted()
    await server.close()
    host.store.release()
    return exitStatus.done
  } catch (error) {
    if (error instanceof NoPortError) {
      terminal.stderr.write(`${error.message}\n  hint: choose another one with --port\n`)
      return exitStatus.wrongUsage
    }
    const failure = describe(error, 'starting')
    terminal.stderr.write(failure.text)
    return failure.status
  }

  function describe(error: unknown, activity: string): ReturnType<typeof describeFailure> {
    return describeFailure(error, {
      activity,
      debug: wanted.debug,
      galleyVersion: version,
      nodeVersion: process.version,
      platform: `${process.platform} ${process.arch}`
    })
  }
}

/** When the person, or the system, wants the server to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
