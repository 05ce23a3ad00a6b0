import type {ServerResponse} from 'node:http'

/** A page that is open in a browser. */
export interface OpenPage {
  /** Its address, decoded, from the server's root. */
  readonly path: string
  readonly send: (event: unknown) => void
}

/** Browsers that are told of changes as they happen: server-sent events. */
export interface EventStream {
  readonly connect: (path: string, response: ServerResponse) => OpenPage
  readonly pages: () => Iterable<OpenPage>
  readonly close: () => void
}

/** How often a sign of life is sent, so that a connection that has ended is noticed. */
const signMs = 30_000

/** Tabs that a person has open, and some that the browser has forgotten to close. */
const pagesMax = 200

/** A stream without pages. */
export function openEventStream(): EventStream {
  const responses = new Map<OpenPage, ServerResponse>()
  const timer = setInterval(() => {
    for (const response of responses.values()) response.write(':\n\n')
  }, signMs)
  timer.unref()
  return {
    connect(path, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff'
      })
      response.write(':\n\n')
      const page: OpenPage = {path, send: (event) => response.write(`data: ${JSON.stringify(event)}\n\n`)}
      responses.set(page, response)
      response.once('close', () => responses.delete(page))
      const [oldest] = responses
      if (responses.size > pagesMax) oldest?.[1].end()
      return page
    },
    pages: () => responses.keys(),
    close() {
      clearInterval(timer)
      for (const response of responses.values()) response.end()
    }
  }
}
