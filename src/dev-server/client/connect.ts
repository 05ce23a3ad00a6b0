/** What the server tells of the page that is open. */
export interface Change {
  /** Hash of the page; absent while it cannot be made. */
  readonly hash?: string
  /** Paths of copied files that are others, from the server's root. */
  readonly copies: ReadonlyArray<string>
  /** Differs when there are other problems; empty when there are none. */
  readonly problems: string
  /** Why readers do not see the page. */
  readonly unpublished?: string
}

/** Who listens, and to which server. */
export interface Connection {
  readonly token: string
  /** A change may be told of twice. */
  readonly onChange: (change: Change) => void
}

/** Listen to the server while somebody may be looking: a browser has few connections, and hidden tabs need none. */
export function connect({token, onChange}: Connection): void {
  let source: EventSource | undefined
  const address = `/@galley/events?${new URLSearchParams({token, page: decodeURIComponent(location.pathname)})}`
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
    source = new EventSource(address)
    source.addEventListener('message', ({data}) => onChange(JSON.parse(data)))
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
