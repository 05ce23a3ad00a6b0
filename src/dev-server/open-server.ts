import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {type Answer, type Request, textAnswer} from './answer-request.ts'
import {ownHosts} from './own-hosts.ts'
import {refuseRequest} from './refuse-request.ts'

/** Where a server listens. */
export interface ListenOptions {
  /** Of the interface: `127.0.0.1`. */
  readonly address: string
  /** The first to be tried; 0 for any that is free. */
  readonly port: number
  /** Whether no other port will do. */
  readonly isStrictPort: boolean
  /** Names of hosts that lead here beside those of this machine. */
  readonly allowedHosts: ReadonlyArray<string>
}

/** What a server does with requests. */
export interface Handler {
  readonly answer: (request: Request) => Promise<Answer>
  /** Keeps the connection of a request, to which it answers bit by bit; false to have it answered. */
  readonly keep?: (request: Request, response: ServerResponse) => boolean
  /** Told of faults of Galley. */
  readonly onFault: (fault: unknown) => void
}

/** A server that listens. */
export interface OpenServer {
  readonly port: number
  /** The port that was to be tried first, where another is listened on instead. */
  readonly takenPort?: number
  /** Ends all connections. */
  readonly close: () => Promise<void>
}

/** All ports of the range are taken, or the one that has to be. */
export class NoPortError extends Error {
  override readonly name = 'NoPortError'
}

/** Listen on the first free port. Throws `NoPortError`, or what the system says of the address. */
export async function openServer(handler: Handler, options: ListenOptions): Promise<OpenServer> {
  const isHost = ownHosts(options.address, options.allowedHosts)
  const server = createServer({maxHeaderSize: headerBytesMax}, (incoming, response) => {
    respond({handler, isHost}, incoming, response).catch((fault: unknown) => {
      handler.onFault(fault)
      response.destroy()
    })
  })
  await listenOnFree(server, options)
  const {port} = server.address() as AddressInfo
  return {
    port,
    ...(options.port === 0 || options.port === port ? {} : {takenPort: options.port}),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** Addresses and cookies of browsers are shorter. */
const headerBytesMax = 16 * 1024

/** So many ports are tried, one after the other. */
const portsTried = 100

async function listenOnFree(server: Server, {address, port, isStrictPort}: ListenOptions): Promise<void> {
  const last = isStrictPort || port === 0 ? port : Math.min(port + portsTried - 1, 65_535)
  for (let next = port; next <= last; next++) {
    const problem = await listen(server, address, next)
    if (problem === undefined) return
    if (problem.code !== 'EADDRINUSE') throw problem
  }
  throw new NoPortError(port === last ? `Port ${port} is taken` : `Ports ${port} to ${last} are all taken`)
}

function listen(server: Server, address: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve)
    server.listen(port, address, () => {
      server.off('error', resolve)
      resolve(undefined)
    })
  })
}

interface Responder {
  readonly handler: Handler
  readonly isHost: (name: string) => boolean
}

async function respond(
  {handler, isHost}: Responder,
  incoming: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const request: Request = {
    method: incoming.method ?? '',
    target: incoming.url ?? '',
    headers: incoming.headers,
    hosts: incoming.headersDistinct['host'] ?? []
  }
  const refusal = refuseRequest(request, isHost)
  if (refusal === undefined && handler.keep?.(request, response) === true) return
  const {status, headers, body} = refusal ?? (await answer(handler, request))
  response.writeHead(status, {
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    ...headers,
    ...(status === 304 ? {} : {'content-length': String(body.byteLength)})
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function answer(handler: Handler, request: Request): Promise<Answer> {
  try {
    return await handler.answer(request)
  } catch (fault) {
    handler.onFault(fault)
    return textAnswer(500, 'Galley failed: the terminal says more')
  }
}
