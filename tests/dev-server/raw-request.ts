import {createConnection} from 'node:net'

/** What a server sends for bytes of our own, to the end of the connection; of a stream of events up to the first of them. */
export function rawRequest(port: number, text: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = createConnection({port, host: '127.0.0.1'}, () => socket.write(text))
    socket.setEncoding('latin1')
    socket.on('data', (part) => {
      answer += part
      if (firstEvent.test(answer)) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })
}

const firstEvent = /text\/event-stream[\s\S]*^data: .*\n\n/m

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
