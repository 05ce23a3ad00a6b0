import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import type {GitSettings} from '#src/model/deploy-config.ts'
import {type BuiltSite, builtSite, type Texts, writeTexts} from './deployed-site.ts'

const first = {'index.html': 'one', 'a/index.html': 'a', 'theme.css': 'css'}
const settings: GitSettings = {to: 'git'}

/** A site in a repository with a bare one as `origin`. */
interface SiteInGit extends BuiltSite {
  readonly git: (...args: ReadonlyArray<string>) => string
  /** Files of a branch of `origin` but the record. */
  readonly published: (branch?: string) => Texts
  /** A clone of `origin`, in which somebody else works. */
  readonly clone: () => string
}

function siteInGit(files: Texts): SiteInGit {
  const site = builtSite(files)
  const origin = join(site.folder, 'origin.git')
  run(site.folder, ['init', '--quiet', '--bare', origin])
  run(site.root, ['init', '--quiet', '--initial-branch', 'main'])
  run(site.root, ['config', 'user.name', 'A'])
  run(site.root, ['config', 'user.email', 'a@example.org'])
  run(site.root, ['remote', 'add', 'origin', origin])
  writeTexts(site.root, {'.gitignore': 'dist\n', 'content/a.md': 'A'})
  run(site.root, ['add', '.'])
  run(site.root, ['commit', '--quiet', '--message', 'First'])
  return {
    ...site,
    git: (...args) => run(site.root, args),
    published(branch = 'gh-pages') {
      const paths = run(origin, ['ls-tree', '-r', '--name-only', branch]).split('\n')
      return Object.fromEntries(
        paths
          .filter((path) => path !== '.galley-deploy.json')
          .map((path) => [path, run(origin, ['show', `${branch}:${path}`])])
      )
    },
    clone() {
      const folder = join(site.folder, 'clone')
      run(site.folder, ['clone', '--quiet', '--branch', 'gh-pages', origin, folder])
      run(folder, ['config', 'user.name', 'B'])
      run(folder, ['config', 'user.email', 'b@example.org'])
      return folder
    }
  }
}

function run(folder: string, args: ReadonlyArray<string>): string {
  return execFileSync('git', args, {cwd: folder, encoding: 'utf8', stdio: 'pipe'}).trim()
}

test('each deploy that changes anything is a commit, which names its source', async () => {
  const site = siteInGit(first)
  expect(await site.deploy(settings)).toHaveLength(3)
  expect(site.published()).toEqual({...first, '.nojekyll': ''})
  expect(await site.deploy(settings)).toEqual([])
  site.build({'index.html': 'two', 'theme.css': 'css'})
  expect(await site.deploy(settings)).toEqual(['update index.html', 'remove a/index.html'])
  expect(site.published()).toEqual({'.nojekyll': '', 'index.html': 'two', 'theme.css': 'css'})
  const source = site.git('rev-parse', 'HEAD')
  expect(site.git('log', '--format=%B', 'origin/gh-pages').split('\n').filter(Boolean)).toEqual([
    `Deploy ${source.slice(0, 12)}`,
    `Source: ${source}`,
    `Deploy ${source.slice(0, 12)}`,
    `Source: ${source}`
  ])
})

test('what the user is at stays as it is', async () => {
  const site = siteInGit(first)
  writeTexts(site.root, {'content/a.md': 'staged', 'content/b.md': 'new'})
  site.git('add', 'content/a.md')
  writeTexts(site.root, {'content/a.md': 'edited'})
  const state = (): ReadonlyArray<string> => [
    site.git('status', '--porcelain=v2', '--branch'),
    site.git('ls-files', '--stage'),
    site.git('branch', '--list')
  ]
  const before = state()
  await site.deploy(settings)
  expect(state()).toEqual(before)
})

test('a domain is written, and one that is there stays', async () => {
  const site = siteInGit(first)
  await site.deploy({...settings, domain: 'example.org'})
  expect(site.published()['CNAME']).toBe('example.org')
  expect(await site.deploy(settings)).toEqual([])
  expect(site.published()['CNAME']).toBe('example.org')
  await site.deploy({...settings, domain: 'example.com'})
  expect(site.published()['CNAME']).toBe('example.com')
  await site.deploy(settings, {clean: true})
  expect(site.published()).toEqual({...first, '.nojekyll': '', CNAME: 'example.com'})
})

test('when the branch has moved meanwhile, it is looked at again, and nothing is lost', async () => {
  const site = siteInGit(first)
  await site.deploy(settings)
  const clone = site.clone()
  site.build({...first, 'index.html': 'two'})
  const notices: Array<string> = []
  let isFirst = true
  await site.deploy(settings, {
    onNotice: (text) => notices.push(text),
    around: (target) => ({
      ...target,
      finish() {
        if (isFirst) {
          writeTexts(clone, {'mine.txt': 'mine'})
          run(clone, ['add', '.'])
          run(clone, ['commit', '--quiet', '--message', 'Mine'])
          run(clone, ['push', '--quiet'])
        }
        isFirst = false
        return target.finish()
      }
    })
  })
  expect(notices).toEqual(['branch gh-pages of origin was changed meanwhile: looking again'])
  expect(site.published()).toEqual({...first, '.nojekyll': '', 'index.html': 'two', 'mine.txt': 'mine'})
  expect(site.git('log', '--format=%s', 'origin/gh-pages').split('\n')).toHaveLength(3)
})

test('a folder may become a file, and odd names are names', async () => {
  const site = siteInGit({'a/b': '1', 'ä "b" c.txt': '2'})
  await site.deploy({...settings, branch: 'pages'})
  site.build({a: '1', 'ä "b" c.txt': '2'})
  await site.deploy({...settings, branch: 'pages'})
  const listed = site.git('ls-tree', '-r', '-z', '--name-only', 'origin/pages')
  expect(listed.split('\0').filter(Boolean).sort()).toEqual([
    '.galley-deploy.json',
    '.nojekyll',
    'a',
    'ä "b" c.txt'
  ])
})

test('a remote that is not there is told of, without the password in its address', async () => {
  const site = siteInGit(first)
  const remote = `https://me:secret@localhost:1/site.git`
  const failure = site.deploy({...settings, remote})
  await expect(failure).rejects.toThrow(/`git ls-remote` failed/)
  await expect(failure).rejects.not.toThrow(/secret/)
  const target = await site.open({...settings, remote})
  onTestFinished(target.close)
  expect(target.name).toBe('branch gh-pages of https://…@localhost:1/site.git')
})

test('a site outside of any repository is told of', async () => {
  const site = builtSite(first)
  await expect(site.deploy(settings)).rejects.toThrow('Expected the site in a repository of git, found none')
})

test('what was deployed last is read from the branch, byte for byte', async () => {
  const texts = {'index.html': 'one\n\ntwo\n', 'ä "b" c.txt': '', 'gone/index.html': 'é', 'theme.css': 'css'}
  const site = siteInGit(texts)
  expect(await site.deployed(settings)).toEqual({})
  await site.deploy({...settings, domain: 'example.org'})
  site.build({'index.html': 'one', 'ä "b" c.txt': 'c', 'theme.css': 'css'})
  expect(await site.deployed(settings)).toEqual(texts)
})
