import sharp from 'sharp'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {verifyBuild} from '#src/build/verify-build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><g onload="x()"/></svg>'

const article = '---\ntitle: A\n---\n![a](a.svg)\n![b](b.jpg)\n![c](/c.jpg)\n'

async function openSite(): Promise<MemoryHost> {
  const files = {'galley.config.json': '{"title": "S"}', 'content/s/a/index.md': article}
  const host = memoryHost(files, {templates: plainTemplates})
  host.files.set('content/s/a/a.svg', drawing)
  host.files.set('content/s/a/b.jpg', await photograph('Ada'))
  host.files.set('public/c.jpg', await photograph('Bob'))
  return host
}

function photograph(owner: string): Promise<Buffer> {
  const pixels = Buffer.alloc(3 * 4 * 2, owner)
  return sharp(pixels, {raw: {width: 4, height: 2, channels: 3}})
    .withExif({IFD0: {Copyright: owner}, IFD3: {GPSLatitude: '51/1 30/1 0/1'}})
    .jpeg()
    .toBuffer()
}

function published({outputs}: MemoryHost, path: string): string {
  return Buffer.from(outputs.get(path as never) ?? []).toString('latin1')
}

test('a drawing beside an article is published without scripts, which every build tells', async () => {
  const host = await openSite()
  const first = await build(host, plainOptions)
  expect(published(host, 's/a/a.svg')).toBe(drawing.replace(' onload="x()"', ''))
  const hint = {
    code: 'build/unsafe-drawing',
    severity: 'hint',
    file: 'content/s/a/a.svg',
    reason: 'Expected a drawing that runs and loads nothing, found `onload`'
  }
  expect(first.diagnostics).toMatchObject([hint])
  expect(await verifyBuild(host, plainOptions, first)).toEqual([])
  const again = await build(host, plainOptions)
  expect(again).toMatchObject({diagnostics: [hint], created: 0, updated: 0, kept: first.created})
})

test('photographs are published without what the camera noted, and the sources stay as they are', async () => {
  const host = await openSite()
  await build(host, plainOptions)
  expect(published(host, 's/a/b.jpg')).not.toMatch(/Exif|Ada/)
  expect(published(host, 'c.jpg')).not.toMatch(/Exif|Bob/)
  expect(published(host, 's/a/b.jpg')).toMatch(/^\xff\xd8\xff/)
  expect(host.files.get('public/c.jpg')).toEqual(await photograph('Bob'))
})

test('and with it when the configuration wants it, which updates those alone', async () => {
  const host = await openSite()
  await build(host, plainOptions)
  host.files.set('galley.config.json', '{"title": "S", "keepImageMetadata": true}')
  expect(await build(host, plainOptions)).toMatchObject({created: 0, updated: 2})
  expect(published(host, 's/a/b.jpg')).toMatch(/Exif[\s\S]*Ada/)
  expect(published(host, 'c.jpg')).toMatch(/Exif[\s\S]*Bob/)
  host.files.set('galley.config.json', '{"title": "S"}')
  const back = await build(host, plainOptions)
  expect(back).toMatchObject({created: 0, updated: 2})
  expect(await verifyBuild(host, plainOptions, back)).toEqual([])
})

test('a drawing that is no XML is an empty one, which is a warning', async () => {
  const host = await openSite()
  host.files.set('content/s/a/a.svg', drawing.replace('</svg>', ''))
  const {diagnostics} = await build(host, plainOptions)
  expect(published(host, 's/a/a.svg')).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>\n')
  expect(diagnostics.map(({code, severity, file}) => [code, severity, file])).toEqual([
    ['build/damaged-drawing', 'warning', 'content/s/a/a.svg']
  ])
})
