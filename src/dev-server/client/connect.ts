/** What the server tells of the page that is open. */
export interface Change {
  /** Hash of the page; absent while it cannot be made. */
  readonly hash?: string
  /** Paths below the site of copied files that are others. */
  readonly copies: ReadonlyArray<string>
}

/** What a page knows of itself. */
export interface Connection {
  readonly token: string
  /** Of the page as it was sent; empty for one that could not be made. */
  readonly hash: string
  readonly onChange: (change: Change) => void
}

/** Listen to the server while somebody may be looking: a browser has few connections, and hidden tabs need none. */
export function connect({token, hash, onChange}: Connection): void {
  let source: EventSource | undefined
  let shown = hash
  const path = decodeURIComponent(location.pathname)
  const address = `/@galley/events?${new URLSearchParams({token, page: path})}`
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
    source.addEventListener('message', ({data}) => {
      const change: Change = JSON.parse(data)
      const isSame = change.hash === undefined || change.hash === shown
      if (isSame && change.copies.length === 0) return
      shown = change.hash ?? shown
      onChange(change)
    })
    source.addEventListener('error', () => {
      // The server that knew this page has ended. When another one answers, the page is its own.
      if (source?.readyState === EventSource.CLOSED) retry()
    })
  }

  function stop(): void {
    source?.close()
    source = undefined
  }
}

/** How long to wait before asking again for a server that has ended. */
const retryMs = 1000

function retry(): void {
  setTimeout(() => {
    fetch(location.href, {method: 'HEAD'}).then(() => location.reload(), retry)
  }, retryMs)
}
