import process from 'node:process'
import {NoPortError} from '#src/dev-server/open-server.ts'
import type {ServedAt} from '#src/dev-server/served-at.ts'
import {exitStatus} from './exit-status.ts'
import {describeFailure, type Failure} from './failure.ts'
import {openBrowser} from './open-browser.ts'
import type {ListenArguments} from './parse-server-arguments.ts'
import type {Terminal} from './terminal.ts'

/** A server that runs. */
export interface RunningServer extends ServedAt {
  readonly close: () => Promise<void>
}

/** How a server is run. */
export interface RunOptions {
  readonly listen: ListenArguments
  readonly debug: boolean
  /** Of Galley. */
  readonly version: string
}

/**
 * Run a server until the system ends it, and return the exit status; a person who interrupts it ends the process at once.
 *
 * @param start
 *   Given what describes a fault of Galley.
 */
export async function runServer(
  {listen, debug, version}: RunOptions,
  {stderr}: Terminal,
  start: (describe: (fault: unknown) => Failure) => Promise<RunningServer>
): Promise<number> {
  try {
    const server = await start((fault) => describe(fault, 'serving'))
    if (listen.isOpened) openBrowser(server.url)
    await terminated()
    await server.close()
    return exitStatus.done
  } catch (error) {
    if (error instanceof NoPortError) {
      stderr.write(`${error.message}\n  hint: choose another one with --port\n`)
      return exitStatus.wrongUsage
    }
    const failure = describe(error, 'starting')
    stderr.write(failure.text)
    return failure.status
  }

  function describe(error: unknown, activity: string): Failure {
    return describeFailure(error, {
      activity,
      debug,
      galleyVersion: version,
      nodeVersion: process.version,
      platform: `${process.platform} ${process.arch}`
    })
  }
}

/**
 * Until the system ends the process (SIGTERM). There is no listener for SIGINT, as in `galley.ts`: a template that never ends would hold it up
 * as well, and whoever presses Ctrl-C wants it to end. What is killed leaves nothing torn.
 */
function terminated(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve())
  })
}
