import {existsSync, rmSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {temporarySite} from '../host/temporary-site.ts'
import {type BundledCommand, bundleCommand, type Running} from '../incremental/bundled-command.ts'

let command: BundledCommand

beforeAll(() => {
  command = bundleCommand()
}, 60_000)

afterAll(() => command.close())

const files = {
  'site/content/a.md': '---\ntitle: A\n---\n\nFirst words.\n',
  'site/galley.config.json': '{"title": "Site", "baseUrl": "https://example.com/docs/"}'
}

test('a dev server serves a site until the system ends it, and a build runs beside it', async () => {
  const site = temporarySite(files)
  const {url, running} = await serve(['dev', site.root, '--port', '4700'])
  expect(url).toMatch(/^http:\/\/localhost:\d+\/docs\/$/)
  expect(await textAt(`${url}a/`)).toContain('First words.')
  const script = await textAt(new URL('/@galley/client.js', url).href)
  expect(script).toContain('EventSource')
  expect(existsSync(site.output)).toBe(false)

  expect((await command.start({argv: ['build', site.root, '--quiet']}).ended).status).toBe(0)
  site.write('site/content/a.md', '---\ntitle: A\n---\n\nOther words.\n')
  await untilText(`${url}a/`, 'Other words.')
  rmSync(join(site.root, '.galley'), {recursive: true})
  site.write('site/content/b.md', '---\ntitle: B\n---\n\nSecond article.\n')
  await untilText(`${url}b/`, 'Second article.')
  expect(await textAt(`${url}a/`)).toContain('Other words.')
  expect((await command.start({argv: ['build', site.root, '--quiet']}).ended).status).toBe(0)

  running.child.kill('SIGTERM')
  const {status, stderr} = await running.ended
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
})

test('a site with a plugin, which a thread runs, is let go of by a server and by a command', async () => {
  const site = temporarySite({
    'site/content/a.md': files['site/content/a.md'],
    'site/galley.config.ts': 'export default {markdown: {remarkPlugins: [function remarkIdle() {}]}}'
  })
  const {url, running} = await serve(['dev', site.root, '--port', '4700'])
  expect(await textAt(`${url}a/`)).toContain('First words.')
  running.child.kill('SIGTERM')
  const {status, stderr} = await running.ended
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  site.write('site/content/a.md', '---\ntitle: A\n---\n\nOther words.\n')
  expect((await command.start({argv: ['list', 'all', site.root]}).ended).status).toBe(0)
})

test('an interrupt ends a server at once, also in the middle of a template that never ends', async () => {
  const site = temporarySite({
    ...files,
    'site/templates/home.tsx': `export default () => { console.log('begun'); for (;;); }`
  })
  const {url, running} = await serve(['dev', site.root, '--port', '4700'])
  const begun = new Promise((resolve) => {
    running.child.stdout?.on('data', (part: Buffer) => part.toString().includes('begun') && resolve(true))
  })
  const asked = fetch(url).catch(() => undefined)
  expect(await begun).toBe(true)
  running.child.kill('SIGINT')
  await running.ended
  expect(running.child.signalCode).toBe('SIGINT')
  expect(await asked).toBeUndefined()
})

test('the next port is taken where one is not free, unless it has to be that one', async () => {
  const site = temporarySite(files)
  const port = await takePort()
  const {url, running} = await serve(['dev', site.root, '--port', String(port)])
  expect(Number(new URL(url).port)).toBeGreaterThan(port)
  running.child.kill('SIGTERM')
  const {stdout} = await running.ended
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    `Port ${port} is taken: the next that is free is used`,
    url
  ])
  const strict = command.start({argv: ['dev', site.root, '--port', String(port), '--strict-port']})
  expect(await strict.ended).toEqual({
    status: 2,
    stdout: '',
    stderr: `Port ${port} is taken\n  hint: choose another one with --port\n`
  })
})

test('a preview serves what was built, below its base path', async () => {
  const site = temporarySite(files)
  const before = await command.start({argv: ['preview', site.root]}).ended
  expect({...before, stderr: before.stderr.split('\n').at(1)}).toEqual({
    status: 2,
    stdout: '',
    stderr: '  hint: run `galley build`'
  })
  await command.start({argv: ['build', site.root, '--quiet']}).ended
  const {url} = await serve(['preview', site.root, '--port', '4700'])
  expect(url).toMatch(/^http:\/\/localhost:\d+\/docs\/$/)
  expect(await textAt(`${url}a`)).toContain('First words.')
})

test('what is no folder cannot be served', async () => {
  const {status, stderr} = await command.start({argv: ['dev', '/no/such/folder']}).ended
  expect({status, stderr}).toEqual({
    status: 2,
    stderr: 'Expected a folder, found no such: `/no/such/folder`\n'
  })
})

/** Start a server; it ends with the test. */
async function serve(
  argv: ReadonlyArray<string>
): Promise<{readonly url: string; readonly running: Running}> {
  const running = command.start({argv})
  onTestFinished(() => {
    running.child.kill('SIGKILL')
  })
  let printed = ''
  return new Promise((resolve, reject) => {
    running.child.stdout?.on('data', (part: Buffer) => {
      printed += part.toString()
      const url = /^http:\S+/m.exec(printed)?.[0]
      if (url !== undefined) resolve({url, running})
    })
    running.ended.then(({stderr}) => reject(new Error(`The server ended: ${stderr}`)))
  })
}

async function textAt(url: string): Promise<string> {
  return (await fetch(url)).text()
}

/** A watcher has to see what was written. */
async function untilText(url: string, expected: string): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    if ((await textAt(url)).includes(expected)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${url} does not show “${expected}”`)
}

/** A port that is taken as long as the test runs. */
function takePort(): Promise<number> {
  const server = createServer()
  onTestFinished(() => {
    server.close()
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
    })
  })
}
