import type {ServerResponse} from 'node:http'

/** A page that listens. */
export interface ListeningPage {
  /** Its address, decoded, from the server's root. */
  readonly path: string
  /** Number of the last state of the site that it knows of. */
  readonly stateNumber: number
}

/** A page that is open in a browser. */
export interface OpenPage {
  readonly path: string
  /** Number of the state that it was told of last; see `ListeningPage`. */
  readonly stateNumber: () => number
  /** Tell it of a state of the site. */
  readonly send: (stateNumber: number, event: object) => void
}

/** Browsers that are told of changes as they happen: server-sent events. */
export interface EventStream {
  readonly connect: (page: ListeningPage, response: ServerResponse) => OpenPage
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
    connect({path, stateNumber: firstNumber}, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff'
      })
      response.write(':\n\n')
      let stateNumber = firstNumber
      const page: OpenPage = {
        path,
        stateNumber: () => stateNumber,
        send(number, event) {
          stateNumber = number
          response.write(`data: ${JSON.stringify({...event, stateNumber})}\n\n`)
        }
      }
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
