import {mkdirSync, statSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {FolderSettings} from '#src/model/deploy-config.ts'
import {TargetError} from '#src/model/deployment.ts'
import {builtSite, readTexts, writeTexts} from './deployed-site.ts'

const first = {'index.html': 'one', 'a/index.html': 'a', 'theme.css': 'css'}
const settings: FolderSettings = {to: 'folder', path: '../served'}

test('a folder becomes the site, and only what changed is written again', async () => {
  const site = builtSite(first)
  const served = join(site.folder, 'served')
  expect(await site.deploy(settings)).toEqual([
    'create theme.css',
    'create a/index.html',
    'create index.html'
  ])
  expect(readTexts(served)).toEqual(first)
  const kept = statSync(join(served, 'theme.css'))
  site.build({'index.html': 'two', 'theme.css': 'css'})
  expect(await site.deploy(settings)).toEqual(['update index.html', 'remove a/index.html'])
  expect(readTexts(served)).toEqual({'index.html': 'two', 'theme.css': 'css'})
  expect(statSync(join(served, 'theme.css')).ino).toBe(kept.ino)
  expect(await site.deploy(settings)).toEqual([])
})

test('what somebody else put there stays, unless it is in the way or to be cleaned', async () => {
  const site = builtSite(first)
  const served = join(site.folder, 'served')
  writeTexts(served, {'mine.txt': 'mine', 'index.html': 'old'})
  expect(await site.deploy(settings)).toContain('update index.html')
  expect(readTexts(served)).toEqual({...first, 'mine.txt': 'mine'})
  expect(await site.deploy(settings, {clean: true})).toEqual(['remove mine.txt'])
  expect(readTexts(served)).toEqual(first)
})

test('a file that was lost or changed there is put there again', async () => {
  const site = builtSite(first)
  await site.deploy(settings)
  writeTexts(join(site.folder, 'served'), {'theme.css': 'edited by hand'})
  expect(await site.deploy(settings)).toEqual(['update theme.css'])
})

test('a file may become a folder, and a folder a file', async () => {
  const site = builtSite({about: '1', 'notes/a.html': '2'})
  await site.deploy(settings)
  const other = {'about/index.html': '1', notes: '2'}
  site.build(other)
  await site.deploy(settings)
  expect(readTexts(join(site.folder, 'served'))).toEqual(other)
})

test('a link to a folder is not followed', async () => {
  const site = builtSite(first)
  const [served, elsewhere] = [join(site.folder, 'served'), join(site.folder, 'elsewhere')]
  for (const folder of [served, elsewhere]) mkdirSync(folder)
  symlinkSync(elsewhere, join(served, 'a'))
  await expect(site.deploy(settings)).rejects.toThrow()
  expect(readTexts(elsewhere)).toEqual({})
})

test.each(['dist', 'content', '.', '..', 'dist/below', '../home'])(
  'no site is deployed to %s',
  async (path) => {
    const site = builtSite(first)
    await expect(site.open({to: 'folder', path})).rejects.toThrow(TargetError)
  }
)

test('what an interrupted deploy put there is not put there again, nor forgotten', async () => {
  const site = builtSite({'a.css': '1', 'b.css': '2', 'index.html': '3'})
  const served = join(site.folder, 'served')
  const broken = site.deploy(settings, {
    around: (target) => ({
      ...target,
      put: async ([file, ...others], onDone) => {
        if (file !== undefined) await target.put([file], onDone)
        if (others.length > 0) throw new Error('ended')
      }
    })
  })
  await expect(broken).rejects.toMatchObject({name: 'DeployStoppedError', done: 1, total: 3})
  expect(readTexts(served)).toEqual({'a.css': '1'})
  // The next site has no such file: it is known to be ours all the same.
  site.build({'b.css': '2', 'index.html': '3'})
  expect(await site.deploy(settings)).toEqual(['create b.css', 'create index.html', 'remove a.css'])
})

test('what may pass is tried again, with the files that are missing alone', async () => {
  const site = builtSite({'a.css': '1', 'b.css': '2'})
  const asked: Array<string> = []
  const notices: Array<string> = []
  await site.deploy(settings, {
    onNotice: (text) => notices.push(text),
    around: (target) => ({
      ...target,
      put: async (files, onDone) => {
        asked.push(files.map(({path}) => path).join(' '))
        await target.put(files.slice(0, 1), onDone)
        if (files.length > 1) throw new TargetError('The line is down', {mayPass: true})
      }
    })
  })
  expect(asked).toEqual(['a.css b.css', 'b.css'])
  expect(notices).toEqual(['The line is down: trying again in 1 s'])
})

test('what was deployed last is what it was, without what somebody else put there', async () => {
  const site = builtSite(first)
  expect(await site.deployed(settings)).toEqual({})
  await site.deploy(settings)
  writeTexts(join(site.folder, 'served'), {'mine.txt': 'mine'})
  site.build({'index.html': 'another', 'theme.css': 'css', 'b/index.html': 'b'})
  expect(await site.deployed(settings)).toEqual(first)
})

test('without a record only files of the same name are known to be of the site', async () => {
  const site = builtSite(first)
  writeTexts(join(site.folder, 'served'), {'index.html': 'by hand', 'b/index.html': 'b'})
  expect(await site.deployed(settings)).toEqual({'index.html': 'by hand'})
})
