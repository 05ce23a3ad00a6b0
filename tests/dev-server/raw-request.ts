import {createConnection} from 'node:net'

/** What a server sends for bytes of our own, to the end of the connection or until it says no more for a while. */
export function rawRequest(port: number, text: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const parts: Array<Uint8Array> = []
    const socket = createConnection({port, host: '127.0.0.1'}, () => socket.write(text))
    socket.setTimeout(quietMs, () => socket.destroy())
    socket.on('data', (part) => parts.push(part))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')))
  })
}

/** A stream of events ends only with its page: what has come by then is what comes at once. */
const quietMs = 300

/** A request with headers beside those that every one has. */
export function requestText(
  target: string,
  {method = 'GET', host = 'localhost', ...headers}: Readonly<Record<string, string>> = {}
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${lines.join('')}\r\n`
}

/** Status of an answer; 0 when there is none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}
