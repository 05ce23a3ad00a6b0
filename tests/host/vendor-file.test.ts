import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import sharp from 'sharp'
import {expect, onTestFinished, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {plainOptions, problemsOf} from '../build/check-build.ts'
import {temporarySite} from './temporary-site.ts'

/** A server of files that may change, which counts what it is asked for. */
async function openRemote(
  files: Record<string, string | Uint8Array>
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

/** Two photographs at another site, which one article shows, one of them by a link alone. */
async function openAlbum(vendor: (origin: string) => ReadonlyArray<string>) {
  const photograph = await sharp({create: {width: 8, height: 4, channels: 3, background: '#f00'}})
    .withExif({IFD0: {Copyright: 'Ada Private'}})
    .jpeg()
    .toBuffer()
  const files: Record<string, Uint8Array> = {
    '/a/photo.jpg?w=8&q=1': photograph,
    '/200': photograph,
    '/b.jpg': photograph
  }
  const {origin, asked} = await openRemote(files)
  const text = `Before ![A [red] one](${origin}/a/photo.jpg?w=8&q=1 "Red") and [a link](${origin}/b.jpg).`
  const {host, root, write} = temporarySite({
    'site/galley.config.json': JSON.stringify({title: 'A', vendor: vendor(origin)}),
    'site/content/a.md': `---\ntitle: A\n---\n${text}\n`,
    'theme/page.tsx':
      'export default ({view, page}) => <html lang="en"><title>A</title><div {...{dangerouslySetInnerHTML: {__html: view.body(page)}}} /></html>',
    'theme/home.tsx': 'export default () => <html lang="en"><title>Home</title></html>',
    'theme/404.tsx': 'export default () => <html lang="en"><title>None</title></html>'
  })
  const page = (): string => new TextDecoder().decode(host.output.read('a/index.html' as never))
  return {host, root, write, origin, asked, files, page}
}

test('an image of another site is one of this site, fetched once, with its size and without notes of the camera', async () => {
  const {host, root, origin, asked, page} = await openAlbum((other) => [other])
  const first = await build(host, plainOptions)
  expect(problemsOf(first)).toEqual([])
  expect(asked).toEqual(['/a/photo.jpg?w=8&q=1'])
  expect(page()).toMatch(
    /<img src="(\/included\/vendor\/images\/127\.0\.0\.1-\d+\/[\da-f]{8}-photo\.jpg)" alt="A \[red\] one"[^>]* width="8" height="4"/
  )
  expect(page()).toContain(`<a href="${origin}/b.jpg"`)
  const published = host.output.list().find((path) => path.endsWith('-photo.jpg'))
  expect(Buffer.from(host.output.read(published as never) ?? []).toString('latin1')).not.toContain('Ada')
  expect(Object.keys(JSON.parse(readFileSync(join(root, 'vendor.lock'), 'utf8')))).toEqual([
    `${origin}/a/photo.jpg?w=8&q=1`
  ])
  expect(await build(host, plainOptions)).toMatchObject({rendered: [], created: 0, updated: 0})
  rmSync(join(root, '.galley'), {recursive: true})
  rmSync(join(root, 'dist'), {recursive: true})
  expect(await build(host, plainOptions)).toMatchObject({
    diagnostics: first.diagnostics,
    created: first.created
  })
  expect(asked).toHaveLength(1)
})

test('one that cannot be had, or is another than the lock has it, is an error at its address', async () => {
  const {host, root, origin, files} = await openAlbum((other) => [other])
  const address = '/a/photo.jpg?w=8&q=1'
  const photograph = files[address] ?? new Uint8Array()
  delete files[address]
  const vendorProblems = async () =>
    problemsOf(await build(host, plainOptions)).filter((line) => line.includes('cannot-vendor'))
  expect(await vendorProblems()).toEqual([
    `content/a.md:4:23 error build/cannot-vendor: Expected \`${origin}${address}\` to be fetched, found \`404 Not Found\``
  ])
  files[address] = photograph
  expect(await vendorProblems()).toEqual([])
  const images = join(root, 'vendor/images')
  const folder = join(images, readdirSync(images)[0] ?? '')
  writeFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'other bytes')
  expect(await vendorProblems()).toEqual([
    expect.stringMatching(/:4:23 .*as `vendor\.lock` has it, found other bytes$/)
  ])
})

test('texts of strangers have nothing fetched, and show what is there already', async () => {
  const {host, asked, page} = await openAlbum((other) => [other])
  const refused = problemsOf(await build(host, {...plainOptions, untrusted: true}))
  expect(refused.join()).toMatch(/cannot-vendor: .*: nothing is fetched for texts of strangers/)
  expect(asked).toEqual([])
  await build(host, plainOptions)
  expect(problemsOf(await build(host, {...plainOptions, untrusted: true}))).toEqual([])
  expect(page()).toContain('/included/vendor/images/')
  expect(asked).toHaveLength(1)
})

test('images of sites that the configuration does not name stay where they are', async () => {
  const {host, origin, asked, page} = await openAlbum(() => ['https://fonts.example/'])
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  expect(page()).toContain(`<img src="${origin}/a/photo.jpg?w=8&#x26;q=1"`)
  expect(asked).toEqual([])
})

test('one whose address tells no format has its size all the same', async () => {
  const {host, write, origin, page} = await openAlbum((other) => [other])
  write('site/content/a.md', `---\ntitle: A\n---\n![A](${origin}/200)\n`)
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  expect(page()).toMatch(/<img src="\/included\/vendor\/images\/[^"]+-200" alt="A"[^>]* width="8" height="4"/)
})

/** A site whose template and article load code of another site by tags. */
async function openTagged(vendor: (origin: string) => ReadonlyArray<string>, urls = 'folder') {
  const files: Record<string, string> = {
    ...remoteFiles,
    '/count.js?v=1&x': 'var counted = 1',
    '/lib/chart.js': 'import {scale} from "./scale.js"; document.title = scale("drawn")',
    '/lib/scale.js': 'export const scale = (text) => text + " to scale"'
  }
  const {origin, asked} = await openRemote(files)
  const {host, root, write} = temporarySite({
    'site/galley.config.json': JSON.stringify({title: 'A', urls, vendor: vendor(origin)}),
    'site/content/a.md': `---\ntitle: A\n---\n<script crossorigin="anonymous" src="${origin}/count.js?v=1&amp;x" integrity="sha384-of-count"></script>\n\n\`<script src="${origin}/none.js"></script>\`\n`,
    'theme/page.tsx': `import {Head} from './partials/head.tsx'\nexport default ({view, page}) => <html lang="en"><Head /><div {...{dangerouslySetInnerHTML: {__html: view.body(page)}}} /></html>`,
    'theme/partials/head.tsx': `export const Head = () => <head><title>A</title>\n<link rel="canonical" href="${origin}/a/" /><link rel="stylesheet" href="${origin}/inter.css" integrity="sha384-of-inter" />\n<script type="module" src="${origin}/lib/chart.js"></script></head>`,
    'theme/home.tsx': 'export default () => <html lang="en"><title>Home</title></html>',
    'theme/404.tsx': 'export default () => <html lang="en"><title>None</title></html>'
  })
  const read = (path: string): string => new TextDecoder().decode(host.output.read(path as never))
  return {host, root, write, origin, asked, files, read}
}

test('style sheets and scripts that tags load of another site are loaded from here', async () => {
  const {host, root, origin, asked, read} = await openTagged((other) => [other])
  const first = await build(host, plainOptions)
  expect(problemsOf(first)).toEqual([])
  const fetched = ['/count.js?v=1&x', '/files/inter.woff2', '/inter.css', '/lib/chart.js', '/lib/scale.js']
  expect([...asked].sort()).toEqual(fetched)
  const page = read('a/index.html')
  const [, count = ''] =
    /<script src="\/(built\/[\w-]+-count-\w{10}\.js)" integrity="sha384-of-count"/.exec(page) ?? []
  expect(read(count)).toBe('var counted = 1')
  const [, sheet = '', check] =
    /<link rel="stylesheet" href="\/(built\/[\w-]+\.css)" integrity="(sha384-[^"]{64})"/.exec(page) ?? []
  expect(check).not.toBe('sha384-of-inter')
  expect(read(sheet)).toMatch(/src:url\(\.\/\w+-inter-\w{10}\.woff2\)/)
  const [, chart = ''] = /<script type="module" src="\/(built\/[\w-]+\.js)"/.exec(page) ?? []
  expect(read(chart)).toContain(' to scale')
  expect(page).toContain(`<link rel="canonical" href="${origin}/a/"`)
  expect(Object.keys(JSON.parse(readFileSync(join(root, 'vendor.lock'), 'utf8')))).toEqual(
    fetched.map((path) => origin + path)
  )
  expect(await build(host, plainOptions)).toMatchObject({rendered: [], created: 0, updated: 0})
  rmSync(join(root, '.galley'), {recursive: true})
  expect(await build(host, plainOptions)).toMatchObject({diagnostics: [], updated: 0})
  expect(asked).toHaveLength(fetched.length)
})

test('and from beside a page that is looked at in a folder, where browsers check nothing', async () => {
  const {host, read} = await openTagged((other) => [other], 'relative')
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  const page = read('a/index.html')
  expect(page).toMatch(/<script src="\.\.\/built\/[\w-]+-count-\w{10}\.js">/)
  expect(page).toMatch(/<link rel="stylesheet" href="\.\.\/built\/[\w-]+\.css"\/>/)
})

test('code that a template loads and that cannot be had is an error at its address, and stays elsewhere', async () => {
  const {host, origin, files} = await openTagged((other) => [other])
  delete files['/lib/chart.js']
  expect(problemsOf(await build(host, plainOptions))).toEqual([
    `templates/partials/head.tsx:3:28 error build/cannot-vendor: Expected \`${origin}/lib/chart.js\` to be fetched, found \`404 Not Found\``
  ])
})

test('a script that is not loaded any more is not published any more, and a new one is', async () => {
  const {host, write, origin, files} = await openTagged((other) => [other])
  await build(host, plainOptions)
  files['/b.js'] = 'var b = 1'
  write('site/content/a.md', `---\ntitle: A\n---\n<script src="${origin}/b.js"></script>\n`)
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  const names = host.output.list().join(' ')
  expect(names).not.toContain('-count-')
  expect(names).toMatch(/-b-\w{10}\.js/)
})

test('what the configuration names later is found in templates that were read before', async () => {
  const {host, write, origin, asked, read} = await openTagged(() => ['https://fonts.example/'])
  // What was written just before the first one is known to be the same from the second on.
  for (let count = 0; count < 2; count++) {
    expect(problemsOf(await build(host, plainOptions))).toEqual([])
    expect(read('a/index.html')).toContain(`href="${origin}/inter.css"`)
  }
  expect(asked).toEqual([])
  for (const vendor of [[origin], ['https://fonts.example/', origin]]) {
    write('site/galley.config.json', JSON.stringify({title: 'A', vendor}))
    expect(problemsOf(await build(host, plainOptions))).toEqual([])
    expect(read('a/index.html')).toMatch(/<link rel="stylesheet" href="\/built\//)
  }
})

test('code of sites that the configuration does not name is loaded from there', async () => {
  const {host, origin, asked, read} = await openTagged(() => ['https://fonts.example/'])
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  expect(read('a/index.html')).toContain(`href="${origin}/inter.css" integrity="sha384-of-inter"`)
  expect(asked).toEqual([])
})
