import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {plainOptions, problemsOf} from '../build/check-build.ts'
import {temporarySite} from './temporary-site.ts'

/** A server of files that may change, which counts what it is asked for. */
async function openRemote(
  files: Record<string, string>
): Promise<{readonly origin: string; readonly asked: Array<string>}> {
  const asked: Array<string> = []
  const server = createServer(({url = ''}, response) => {
    asked.push(url)
    const text = files[url]
    response.writeHead(text === undefined ? 404 : 200).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked}
}

const remoteFiles = {
  '/inter.css': '@font-face { font-family: Inter; src: url(files/inter.woff2) }',
  '/files/inter.woff2': 'bytes of a font'
}

function openSite(origin: string, vendor: ReadonlyArray<string>) {
  return temporarySite({
    'site/galley.config.json': JSON.stringify({title: 'A', vendor}),
    'site/content/a.md': '---\ntitle: A\n---\nWords.\n',
    'theme/page.tsx':
      'export default ({view}) => <html lang="en"><title>A</title>{view.styles(["/assets/a.css"]).map((link) => <link rel="stylesheet" {...link} />)}</html>',
    'theme/home.tsx': 'export default () => <html lang="en"><title>Home</title></html>',
    'theme/404.tsx': 'export default () => <html lang="en"><title>None</title></html>',
    'theme/assets/a.css': `@import "${origin}/inter.css";\nb { color: red }\n`
  })
}

test('what a style sheet names of a site that the configuration names is fetched once, and lies in the site', async () => {
  const {origin, asked} = await openRemote(remoteFiles)
  const {host, root} = openSite(origin, [origin])
  const first = await build(host, plainOptions)
  expect(problemsOf(first)).toEqual([])
  expect(asked).toEqual(['/inter.css', '/files/inter.woff2'])
  const [sheet = '', font = ''] = host.output
    .list()
    .filter((path) => path.startsWith('built/'))
    .sort()
  expect([sheet, font]).toEqual([
    expect.stringMatching(/^built\/\w+-inter-\w{10}\.woff2$|^built\/a-\w{10}\.css$/),
    expect.any(String)
  ])
  const texts = [sheet, font].map((path) => new TextDecoder().decode(host.output.read(path as never)))
  expect(texts.join()).toContain('bytes of a font')
  expect(texts.join()).toMatch(/src:url\(\.\/\w+-inter-\w{10}\.woff2\)/)
  expect(texts.join()).not.toContain(origin)
  const lock = JSON.parse(readFileSync(join(root, 'vendor.lock'), 'utf8'))
  expect(Object.keys(lock)).toEqual([`${origin}/files/inter.woff2`, `${origin}/inter.css`])
  // Another machine has what is committed, and nothing of the store.
  rmSync(join(root, '.galley'), {recursive: true})
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  expect(asked).toHaveLength(2)
})

test('a file that is another than the lock has it is an error that names the lock', async () => {
  const files: Record<string, string> = {...remoteFiles}
  const {origin} = await openRemote(files)
  const {host, root, write} = openSite(origin, [origin])
  await build(host, plainOptions)
  const folder = join(root, 'vendor', readdirSync(join(root, 'vendor'))[0] ?? '')
  rmSync(folder, {recursive: true})
  files['/inter.css'] = 'a {}'
  write('theme/assets/a.css', `@import "${origin}/inter.css";\n`)
  const [problem] = problemsOf(await build(host, plainOptions))
  expect(problem).toMatch(
    /^templates\/assets\/a\.css:1:9 error host\/asset-syntax: .*as `vendor\.lock` has it, found other bytes/
  )
})

test('nothing is fetched that the configuration does not name', async () => {
  const {origin, asked} = await openRemote(remoteFiles)
  const {host, root} = openSite(origin, ['https://fonts.example/'])
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  expect(asked).toEqual([])
  expect(existsSync(join(root, 'vendor.lock'))).toBe(false)
})

test('a script of another site is bundled with the one that imports it, and what that imports in turn', async () => {
  const {origin, asked} = await openRemote({
    '/lib/chart.js': 'import {scale} from "./scale.js"; export const draw = () => scale("drawn")',
    '/lib/scale.js': 'export const scale = (text) => text + " to scale"'
  })
  const {host, root} = temporarySite({
    'site/galley.config.json': JSON.stringify({title: 'A', vendor: [origin]}),
    'site/content/a.md': '---\ntitle: A\n---\nWords.\n',
    'theme/page.tsx':
      'export default ({view}) => <html lang="en"><title>A</title><script {...{src: view.script("/assets/a.js").href}} /></html>',
    'theme/home.tsx': 'export default () => <html lang="en"><title>Home</title></html>',
    'theme/404.tsx': 'export default () => <html lang="en"><title>None</title></html>',
    'theme/assets/a.ts': `import {draw} from '${origin}/lib/chart.js'\ndocument.title = draw()\n`
  })
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  expect(asked).toEqual(['/lib/chart.js', '/lib/scale.js'])
  const script = host.output.list().find((path) => /^built\/a-\w+\.js$/.test(path))
  const text = new TextDecoder().decode(host.output.read(script as never))
  expect(text).toMatch(/drawn[\s\S]*to scale|to scale[\s\S]*drawn/)
  expect(text).not.toMatch(/https?:|\bimport\b/)
  rmSync(join(root, '.galley'), {recursive: true})
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  expect(asked).toHaveLength(2)
  const lock = JSON.parse(readFileSync(join(root, 'vendor.lock'), 'utf8'))
  expect(Object.keys(lock)).toEqual([`${origin}/lib/chart.js`, `${origin}/lib/scale.js`])
})
