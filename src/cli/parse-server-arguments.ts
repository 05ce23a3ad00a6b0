import type {CommandName} from './option-table.ts'
import {isCount, isWebAddress, type WrongUsage, wrong, wrongBaseUrl} from './wrong-usage.ts'

/** `galley dev`, with values that have been checked as far as the text goes. */
export interface DevArguments {
  readonly kind: 'dev'
  /** Root of the site, as written; `.` by default. */
  readonly folder: string
  readonly listen: ListenArguments
  readonly environment: string
  readonly drafts: boolean
  readonly future: boolean
  readonly expired: boolean
  /** Whether open pages go to the article that was edited. */
  readonly isFollowing: boolean
  /** Whether pages have a toolbar. */
  readonly hasToolbar: boolean
  readonly debug: boolean
}

/** Where a server is to listen. */
export interface ListenArguments {
  /** The first to be tried. */
  readonly port: number
  readonly isStrictPort: boolean
  /** Of the interface: this machine alone by default. */
  readonly address: string
  /** Names of hosts that lead here beside those of this machine. */
  readonly allowedHosts: ReadonlyArray<string>
  /** Whether to open the browser. */
  readonly isOpened: boolean
}

/** `galley preview`, likewise. */
export interface PreviewArguments {
  readonly kind: 'preview'
  /** Root of the site, as written; `.` by default. */
  readonly folder: string
  readonly listen: ListenArguments
  /** Folder to serve, relative to the root; `dist` by default. */
  readonly out: string
  readonly baseUrl: string | undefined
  readonly environment: string
  readonly debug: boolean
}

type Given = ReadonlyMap<string, string | undefined>

/** Check the options of `galley dev`. */
export function toDevArguments(folder: string, given: Given): DevArguments | WrongUsage {
  const listen = toListenArguments(given, 'dev')
  if ('kind' in listen) return listen
  return {
    kind: 'dev',
    folder,
    listen,
    environment: given.get('environment') ?? 'development',
    drafts: !given.has('no-drafts'),
    future: !given.has('no-future'),
    expired: given.has('expired'),
    isFollowing: given.has('follow'),
    hasToolbar: !given.has('no-toolbar'),
    debug: given.has('debug')
  }
}

/** Check the options of `galley preview`. */
export function toPreviewArguments(folder: string, given: Given): PreviewArguments | WrongUsage {
  const listen = toListenArguments(given, 'preview')
  if ('kind' in listen) return listen
  const baseUrl = given.get('base-url')
  if (baseUrl !== undefined && !isWebAddress(baseUrl)) return wrongBaseUrl(baseUrl, 'preview')
  return {
    kind: 'preview',
    folder,
    listen,
    out: given.get('out') ?? 'dist',
    baseUrl,
    environment: given.get('environment') ?? 'production',
    debug: given.has('debug')
  }
}

function toListenArguments(given: Given, command: CommandName): ListenArguments | WrongUsage {
  const port = given.get('port')
  if (port !== undefined && !isPort(port)) {
    return wrong(`Expected a port from 1 to ${portMax} after \`--port\`, found \`${port}\``, {command})
  }
  return {
    port: port === undefined ? portDefault : Number(port),
    isStrictPort: given.has('strict-port'),
    address: given.has('host') ? (given.get('host') ?? everyAddress) : thisMachine,
    allowedHosts: given.get('allow-host')?.split(',') ?? [],
    isOpened: given.has('open')
  }
}

const portDefault = 4321
const portMax = 65_535
const thisMachine = '127.0.0.1'
const everyAddress = '0.0.0.0'

function isPort(text: string): boolean {
  return isCount(text) && Number(text) <= portMax
}
