import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, statSync} from 'node:fs'
import {createServer} from 'node:net'
import {userInfo} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import type {RsyncSettings} from '#src/model/deploy-config.ts'
import {builtSite, readTexts, writeTexts} from './deployed-site.ts'

const sshd = '/usr/sbin/sshd'
const missing = [
  ...(existsSync(sshd) ? [] : ['sshd']),
  ...['ssh', 'ssh-keygen', 'rsync'].filter((name) => spawnSync(name, ['--version']).error !== undefined)
]
const title = missing.length === 0 ? '' : ` (skipped: this machine has no ${missing.join(', ')})`

/** A server of ssh for this user, with a key of its own. */
async function openServer(folder: string): Promise<ReadonlyArray<string>> {
  mkdirSync(folder)
  for (const name of ['host', 'user']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)])
  }
  execFileSync('cp', [join(folder, 'user.pub'), join(folder, 'authorized')])
  const port = await freePort()
  // Some systems have it made when the service starts.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', {recursive: true})
  const options = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(folder, 'host')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized')}`,
    'StrictModes no',
    'UsePAM no',
    'PidFile none'
  ]
  const server = spawn(sshd, ['-D', '-e', '-f', '/dev/null', ...options.flatMap((option) => ['-o', option])])
  onTestFinished(() => {
    server.kill()
  })
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (text) => String(text).includes('listening') && resolve())
    server.on('exit', () => reject(new Error('sshd ended')))
  })
  return [
    '-p',
    String(port),
    '-i',
    join(folder, 'user'),
    '-o',
    'StrictHostKeyChecking=no',
    '-o',
    'UserKnownHostsFile=/dev/null',
    '-o',
    'LogLevel=ERROR'
  ]
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

test.skipIf(missing.length > 0)(
  `a machine that is reached by ssh becomes the site${title}`,
  async () => {
    const first = {
      'index.html': 'one',
      'a b/$HOME;x.html': 'a',
      'theme.css': 'css',
      'gone/deep/index.html': 'g',
      'left/index.html': 'l'
    }
    const site = builtSite(first)
    const ssh = await openServer(join(site.folder, 'ssh'))
    const served = join(site.folder, 'served here')
    const settings: RsyncSettings = {
      to: 'rsync',
      destination: `${userInfo().username}@127.0.0.1:${served}`,
      ssh
    }

    expect(await site.deploy(settings)).toEqual([
      'create theme.css',
      'create a b/$HOME;x.html',
      'create gone/deep/index.html',
      'create index.html',
      'create left/index.html'
    ])
    expect(readTexts(served)).toEqual(first)
    expect(await site.deploy(settings)).toEqual([])

    // As long as before, so that only the record tells.
    const {'gone/deep/index.html': _, 'left/index.html': __, ...left} = first
    const second = {...left, 'index.html': 'two'}
    writeTexts(served, {'left/mine.txt': 'mine'})
    const kept = statSync(join(served, 'theme.css')).ino
    site.build(second)
    expect(await site.deployed(settings)).toEqual(first)
    expect(await site.deploy(settings)).toEqual([
      'update index.html',
      'remove gone/deep/index.html',
      'remove left/index.html'
    ])
    expect(readTexts(served)).toEqual({...second, 'left/mine.txt': 'mine'})
    expect(existsSync(join(served, 'gone'))).toBe(false)
    expect(statSync(join(served, 'theme.css')).ino).toBe(kept)

    const third = {'index.html/a.html': 'i', 'a b': 'a', 'theme.css': 'css'}
    site.build(third)
    await site.deploy(settings)
    expect(readTexts(served)).toEqual({...third, 'left/mine.txt': 'mine'})
  },
  30_000
)

test.skipIf(missing.length > 0)(
  `what was sent before an end is not sent again${title}`,
  async () => {
    const site = builtSite({'a.css': '1', 'b.css': '2', 'index.html': '3'})
    const ssh = await openServer(join(site.folder, 'ssh'))
    const served = join(site.folder, 'served')
    const settings: RsyncSettings = {
      to: 'rsync',
      destination: `${userInfo().username}@127.0.0.1:${served}`,
      ssh
    }
    const broken = site.deploy(settings, {
      around: (target) => ({
        ...target,
        put: async (files, onDone) => {
          await target.put(files.slice(0, 1), onDone)
          throw new Error('ended')
        }
      })
    })
    await expect(broken).rejects.toMatchObject({done: 1})
    const sent = statSync(join(served, 'a.css')).ino
    await site.deploy(settings)
    expect(readTexts(served)).toEqual({'a.css': '1', 'b.css': '2', 'index.html': '3'})
    expect(statSync(join(served, 'a.css')).ino).toBe(sent)
  },
  30_000
)
