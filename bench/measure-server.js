import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {get} from 'node:http'
import {createServer} from 'node:net'
import {setTimeout as sleep} from 'node:timers/promises'
import {environmentOf} from './measure-build.js'

const pollMs = 5
const answerMsMax = 300_000

/** A person has looked at the page for a moment before editing; by then every system watches its files. */
const lookMs = 2000

/** Seconds from the start of the dev server to its first answer of the home page. */
export function measureReady(site) {
  return withServer(site, async (server) => ({seconds: server.secondsToReady, megabytes: server.megabytes()}))
}

/** Seconds from the saving of an article to the dev server's first answer that shows the edit. */
export function measureAnswer(site, mark) {
  return withServer(site, async (server) => {
    await server.answer(site.editedPath, '<h1>')
    await sleep(lookMs)
    const start = performance.now()
    const {text} = site.editBody(mark)
    await server.answer(site.editedPath, text)
    return {seconds: (performance.now() - start) / 1000, megabytes: server.megabytes()}
  })
}

async function withServer(site, measure) {
  const port = await freePort()
  const serve = site.system.serve({highlight: site.highlight, port})
  const start = performance.now()
  const child = spawn(serve.command, serve.arguments, {
    cwd: site.folder,
    env: environmentOf(serve),
    stdio: 'ignore'
  })
  const answer = (path, text) => untilAnswer({child, port, path, text})
  try {
    await answer('/', '<h1>')
    const secondsToReady = (performance.now() - start) / 1000
    return await measure({secondsToReady, answer, megabytes: () => peakMemory(child.pid)})
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
}

/** Ask again and again until the answer has a text. */
async function untilAnswer({child, port, path, text}) {
  const end = performance.now() + answerMsMax
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`The dev server ended with ${child.exitCode}`)
    const html = await ask(port, path)
    if (html?.includes(text)) return
    await sleep(pollMs)
  }
  throw new Error(`The dev server did not answer ${path} with “${text}”`)
}

/** The text of a page; `undefined` while there is none. */
function ask(port, path) {
  return new Promise((resolve) => {
    const request = get({host: '127.0.0.1', port, path, agent: false}, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve(response.statusCode === 200 ? text : undefined))
      response.on('error', () => resolve(undefined))
    })
    request.on('error', () => resolve(undefined))
  })
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/** The most memory that a process has had so far, in MB; `undefined` where the system does not tell. */
function peakMemory(pid) {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
