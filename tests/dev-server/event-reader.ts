import {get, type IncomingMessage} from 'node:http'
import {onTestFinished} from 'vitest'
import type {TemporaryServer} from './temporary-server.ts'

/** A page that is open in a browser, as far as the server knows. */
export interface EventReader {
  readonly token: string
  /** Hash of the page as it was sent. */
  readonly hash: string
  /** What the server tells next. */
  readonly next: () => Promise<unknown>
}

/**
 * Open a page, and read what the server tells of it, beginning with what it is.
 *
 * @param meanwhile
 *   What happens after the page was sent, and before it listens.
 */
export async function openEvents(
  {ask, port}: TemporaryServer,
  path: string,
  meanwhile: () => Promise<unknown> = async () => undefined
): Promise<EventReader> {
  const {text} = await ask(path)
  const token = attribute(text, 'token')
  const parameters = {token, state: attribute(text, 'state-number'), page: path}
  await meanwhile()
  const response = await answerOf(port, `/@galley/events?${new URLSearchParams(parameters)}`)
  const events: Array<unknown> = []
  const waiting: Array<(event: unknown) => void> = []
  let rest = ''
  response.setEncoding('utf8')
  response.on('data', (part: string) => {
    const [last = '', ...whole] = `${rest}${part}`.split('\n\n').reverse()
    rest = last
    for (const block of whole.reverse()) if (block.startsWith('data: ')) add(JSON.parse(block.slice(6)))
  })
  onTestFinished(() => {
    response.destroy()
  })
  return {
    token,
    hash: attribute(text, 'hash'),
    next: () =>
      new Promise((resolve) => {
        const event = events.shift()
        if (event === undefined) waiting.push(resolve)
        else resolve(event)
      })
  }

  function add(event: unknown): void {
    const resolve = waiting.shift()
    if (resolve === undefined) events.push(event)
    else resolve(event)
  }
}

function attribute(html: string, name: string): string {
  return new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1] ?? ''
}

function answerOf(port: number, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({host: '127.0.0.1', port, path, agent: false}, resolve).on('error', reject)
  })
}
