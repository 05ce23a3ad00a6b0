import type {ServerResponse} from 'node:http'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hashData} from '#src/graph/hash.ts'

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
  /** Hash of the problems that it was told of last. */
  readonly problems: () => string
  /** Tell it of a state of the site. */
  readonly send: (stateNumber: number, event: PageEvent) => void
}

/** What a page is told of itself: only names, hashes and paths, no text of the site. */
export interface PageEvent {
  /** Absent where it cannot be made. */
  readonly hash: string | undefined
  /** Addresses of copied files that are others. */
  readonly copies: ReadonlyArray<string>
  /** Hash of the problems; empty where there are none. */
  readonly problems: string
  /** Why readers would not see it. */
  readonly unpublished: string | undefined
  /** Address of the page that is to be shown instead. */
  readonly goTo: string | undefined
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
      let problems = ''
      const page: OpenPage = {
        path,
        stateNumber: () => stateNumber,
        problems: () => problems,
        send(number, event) {
          stateNumber = number
          problems = event.problems
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

/** What tells whether a page has other problems than before; empty where it has none. */
export function hashProblems(diagnostics: ReadonlyArray<Diagnostic>): string {
  return diagnostics.length === 0 ? '' : hashData(diagnostics)
}
