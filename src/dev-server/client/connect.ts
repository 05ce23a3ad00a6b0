/** What the server tells of the page that is open. */
export interface Change {
  /** Of the state of the site that is told of. */
  readonly stateNumber: number
  /** Hash of the page; absent while it cannot be made. */
  readonly hash?: string
  /** Paths of copied files that are others, from the server's root. */
  readonly copies: ReadonlyArray<string>
  /** Differs when there are other problems; empty when there are none. */
  readonly problems: string
  /** Why readers do not see the page. */
  readonly unpublished?: string
  /** Address of another page that is to be shown, decoded. */
  readonly goTo?: string
}

/** Who listens, and to which server. */
export interface Connection {
  readonly token: string
  /** Of the state of the site that the page was sent of. */
  readonly stateNumber: string
  /** A change may be told of twice. */
  readonly onChange: (change: Change) => void
}

/** Listen to the server while somebody may be looking: a browser has few connections, and hidden tabs need none. */
export function connect({token, stateNumber, onChange}: Connection): void {
  let source: EventSource | undefined
  let state = stateNumber
  document.addEventListener('visibilitychange', listen)
  addEventListener('pageshow', listen)
  addEventListener('pagehide', stop)
  listen()

  function listen(): void {
    if (document.visibilityState === 'hidden') {
      stop()
      return
    }
    if (source !== undefined) return
    const page = decodeURIComponent(location.pathname)
    source = new EventSource(`/@galley/events?${new URLSearchParams({token, state, page})}`)
    source.addEventListener('message', ({data}) => {
      const change: Change = JSON.parse(data)
      // What is told while nobody listens is made up for.
      state = String(change.stateNumber)
      onChange(change)
    })
    source.addEventListener('error', () => {
      // The server that knew this page has ended. When another one answers, the page is its own.
      if (source?.readyState === EventSource.CLOSED) waitForServer()
    })
  }

  function stop(): void {
    source?.close()
    source = undefined
  }
}

/** How long to wait before asking again for a server that has ended. */
const retryMs = 1000

function waitForServer(): void {
  setTimeout(() => {
    fetch(location.href, {method: 'HEAD'}).then(() => location.reload(), waitForServer)
  }, retryMs)
}
