import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, describe, expect, test} from 'vitest'
import {type AskSettings, externalAsker, politeSettings} from '#src/host/ask-external.ts'
import type {ExternalReply} from '#src/model/external-link.ts'

const opened: Array<() => void> = []
afterEach(() => {
  for (const close of opened.splice(0)) close()
})

/** A host that answers each path in its own way, and what it was asked. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: Array<string> = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push(() => server.close())
  const {port} = server.address() as AddressInfo
  return {origin: `http://127.0.0.1:${port}`, asked}
}

/** Replies by address, and how long was waited. */
async function ask(urls: ReadonlyArray<string>, settings: Partial<AskSettings> = {}) {
  const waits: Array<number> = []
  const replies = new Map<string, ExternalReply>()
  const wait = async (time: number): Promise<void> => {
    waits.push(time)
  }
  await externalAsker({...politeSettings, wait, ...settings})(urls, (url, reply) => replies.set(url, reply))
  return {replies, waits}
}

function status(code: number, headers: Readonly<Record<string, string>> = {}) {
  return (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(code, headers).end()
  }
}

describe('an address', () => {
  test.each<[number, ExternalReply]>([
    [200, {kind: 'there'}],
    [401, {kind: 'there'}],
    [403, {kind: 'there'}],
    [404, {kind: 'gone', cause: '404'}],
    [410, {kind: 'gone', cause: '410'}],
    [500, {kind: 'unsure', cause: '500'}]
  ])('that answers %s', async (code, reply) => {
    const {origin} = await serve(status(code))
    const {replies} = await ask([`${origin}/a`])
    expect(replies.get(`${origin}/a`)).toEqual(reply)
  })

  test('is asked for as browsers do where it does not know the short way', async () => {
    const {origin, asked} = await serve((request, response) => {
      response.writeHead(request.method === 'HEAD' ? 405 : 200).end()
    })
    const {replies} = await ask([`${origin}/a`])
    expect(replies.get(`${origin}/a`)).toEqual({kind: 'there'})
    expect(asked).toEqual(['HEAD /a', 'GET /a'])
  })

  test('is followed to where it forwards', async () => {
    const {origin} = await serve((request, response) => {
      response.writeHead(request.url === '/old' ? 301 : 404, {location: '/new'}).end()
    })
    const {replies} = await ask([`${origin}/old`])
    expect(replies.get(`${origin}/old`)).toEqual({kind: 'gone', cause: '404'})
  })

  test('is asked for again after the time that its host names, and no more often than is polite', async () => {
    let count = 0
    const {origin, asked} = await serve((_, response) => {
      count++
      response.writeHead(count <= 2 ? 429 : 200, {'retry-after': '7'}).end()
    })
    const {replies, waits} = await ask([`${origin}/a`])
    expect(replies.get(`${origin}/a`)).toEqual({kind: 'there'})
    expect(waits).toEqual([7000])
    expect(asked).toHaveLength(3)
  })

  test('whose host wants too much time is left for another day', async () => {
    const {origin, asked} = await serve(status(503, {'retry-after': '3600'}))
    const {replies, waits} = await ask([`${origin}/a`])
    expect([replies.get(`${origin}/a`), waits, asked.length]).toEqual([{kind: 'unsure', cause: '503'}, [], 2])
  })

  test('that does not answer in time', async () => {
    const {origin} = await serve(() => undefined)
    const {replies} = await ask([`${origin}/a`], {timeout: 30})
    expect(replies.get(`${origin}/a`)).toEqual({kind: 'unsure', cause: 'no answer in time'})
  })

  test('of no host, which is asked once for all of its addresses', async () => {
    const sent: Array<string> = []
    const fetch = async (url: string): Promise<Response> => {
      sent.push(url)
      if (url.startsWith('https://some.')) return new Response(null)
      throw new TypeError('fetch failed', {cause: Object.assign(new Error('none'), {code: 'ENOTFOUND'})})
    }
    const urls = ['https://none.example/a', 'https://none.example/b']
    const {replies} = await ask([...urls, 'https://some.example/'], {fetch})
    expect(urls.map((url) => replies.get(url))).toEqual(
      Array(2).fill({kind: 'gone', cause: 'there is no such host'})
    )
    expect(sent).toEqual(['https://none.example/a', 'https://some.example/'])
    const offline = await ask(urls, {fetch})
    expect([...offline.replies.values()].map(({kind}) => kind)).toEqual(['unsure', 'unsure'])
  })
})

test('one address of a host is asked for at a time, with a pause; hosts at once', async () => {
  const running = new Map<string, number>()
  let [mostOfHost, mostOfAll] = [0, 0]
  const fetch = async (url: string): Promise<Response> => {
    const {host} = new URL(url)
    running.set(host, (running.get(host) ?? 0) + 1)
    mostOfHost = Math.max(mostOfHost, running.get(host) ?? 0)
    mostOfAll = Math.max(
      mostOfAll,
      [...running.values()].reduce((sum, count) => sum + count, 0)
    )
    await new Promise(setImmediate)
    running.set(host, (running.get(host) ?? 0) - 1)
    return new Response(null)
  }
  const urls = ['a', 'b', 'c'].flatMap((host) => [1, 2, 3].map((page) => `https://${host}.example/${page}`))
  const {replies, waits} = await ask(urls, {fetch, hostsAtOnce: 2})
  expect([replies.size, mostOfHost, mostOfAll]).toEqual([9, 1, 2])
  expect(waits).toEqual(Array(6).fill(politeSettings.pause))
})
