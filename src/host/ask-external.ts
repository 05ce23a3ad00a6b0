import type {AskExternal, ExternalReply} from '#src/model/external-link.ts'

/** How addresses are asked for. Times in milliseconds. */
export interface AskSettings {
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>
  readonly wait: (time: number) => Promise<void>
  /** Between two requests to one host. */
  readonly pause: number
  /** Until a host has to have answered. */
  readonly timeout: number
  /** Hosts asked at once. */
  readonly hostsAtOnce: number
}

/** As a considerate person would with a fast finger. */
export const politeSettings: AskSettings = {
  fetch: (url, request) => fetch(url, request),
  wait: (time) => new Promise((resolve) => setTimeout(resolve, time)),
  pause: 300,
  timeout: 15_000,
  hostsAtOnce: 24
}

/** A host that wants more time than this is asked another day. */
const longestWait = 60_000

/** Requests for one address, beside the first. */
const retries = 2

/** Asks hosts at once, each for one address at a time with a pause between; waits as long as a host says. */
export function externalAsker(settings: AskSettings): AskExternal {
  const {hostsAtOnce, pause, wait} = settings
  return async (urls, onReply) => {
    const byHost = new Map<string, Array<string>>()
    for (const url of urls) {
      const {host} = new URL(url)
      byHost.set(host, [...(byHost.get(host) ?? []), url])
    }
    const hosts = [...byHost.values()]
    const homeless: Array<string> = []
    await Promise.all(Array.from({length: hostsAtOnce}, askHosts))
    // Where no host at all is known, there is no network.
    const reply = homeless.length < urls.length ? noHost : noNetwork
    for (const url of homeless) onReply(url, reply)

    async function askHosts(): Promise<void> {
      for (let host = hosts.shift(); host !== undefined; host = hosts.shift()) await askHost(host)
    }

    async function askHost(addresses: ReadonlyArray<string>): Promise<void> {
      for (const [index, url] of addresses.entries()) {
        if (index > 0) await wait(pause)
        const reply = await askPatiently(url, settings)
        // Without the host there is none of its pages.
        if (reply === noHost) {
          homeless.push(...addresses.slice(index))
          return
        }
        onReply(url, reply)
      }
    }
  }
}

const noHost: ExternalReply = {kind: 'gone', cause: 'there is no such host'}

const noNetwork: ExternalReply = {kind: 'unsure', cause: 'there is no such host, or no network'}

async function askPatiently(url: string, settings: AskSettings): Promise<ExternalReply> {
  for (let attempt = 0; ; attempt++) {
    const {reply, again} = await askOnce(url, settings)
    if (again === undefined || attempt === retries || again > longestWait) return reply
    await settings.wait(again)
  }
}

interface Answer {
  readonly reply: ExternalReply
  /** Milliseconds after which it may be another; absent where it will not. */
  readonly again?: number
}

async function askOnce(url: string, settings: AskSettings): Promise<Answer> {
  try {
    const head = await request(url, 'HEAD', settings)
    // Some know only the one that browsers send.
    const {status, headers} = head.status < 400 ? head : await request(url, 'GET', settings)
    if (status === 404 || status === 410) return {reply: {kind: 'gone', cause: `${status}`}}
    if (status !== 429 && status < 500) return {reply: {kind: 'there'}}
    const again = secondsOf(headers.get('retry-after')) * 1000
    return {reply: {kind: 'unsure', cause: `${status}`}, again: again || settings.pause * 4}
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOTFOUND') return {reply: noHost}
    return {reply: {kind: 'unsure', cause: causes[code] ?? code}, again: settings.pause * 4}
  }
}

const causes: Readonly<Record<string, string>> = {
  TimeoutError: 'no answer in time',
  ECONNREFUSED: 'the host refuses connections',
  EAI_AGAIN: 'names of hosts cannot be looked up'
}

async function request(url: string, method: string, {fetch: send, timeout}: AskSettings): Promise<Response> {
  const signal = AbortSignal.timeout(timeout)
  const headers = {'user-agent': 'Mozilla/5.0 (compatible; Galley link check)', accept: '*/*'}
  const response = await send(url, {method, headers, signal, redirect: 'follow'})
  // Nobody reads it.
  await response.body?.cancel()
  return response
}

/** A number of seconds; 0 for a date or nothing. */
function secondsOf(value: string | null): number {
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : 0
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return code ?? (error.name === 'TypeError' ? error.message : error.name)
}
