import {join} from 'node:path'
import type {GitSettings} from '#src/model/deploy-config.ts'
import {type BuiltFile, type DeployTarget, recordFile, TargetError} from '#src/model/deployment.ts'
import {type Git, gitError, openGit} from './open-git.ts'
import {withoutSecrets} from './run-program.ts'

/** Where a site lies. */
export interface GitGround {
  /** Absolute path of the site, in a repository of git. */
  readonly root: string
  /** Absolute path of what was built. */
  readonly output: string
}

/**
 * A branch of a git repository, to which a deploy adds one commit. Nothing is checked out, and no history is ever replaced: when the
 * branch has moved, it is looked at again.
 */
export function gitTarget(settings: GitSettings, {root, output}: GitGround): DeployTarget {
  const {branch = 'gh-pages', remote = 'origin', domain} = settings
  const git = openGit(root)
  /** Of the branch, absent where there is none. */
  let tip: string | undefined
  /** What the branch has, as mode and hash by path. */
  let entries: ReadonlyMap<string, string> = new Map()
  /** What is written beside the site: path and text. */
  let marks: ReadonlyArray<readonly [string, string]> = []

  return {
    name: `branch ${branch} of ${withoutSecrets(remote)}`,
    async look(files) {
      tip = await fetchTip(git, remote, branch)
      await git.ask(tip === undefined ? ['read-tree', '--empty'] : ['read-tree', tip])
      entries = tip === undefined ? new Map() : await listTree(git, tip)
      const hashes = await hashFiles(git, output, files, [])
      const wanted = new Map(files.map(({path}, index) => [path, `100644 ${hashes[index]}`]))
      marks = await missingMarks(wanted)
      const present = [...entries].filter(([path]) => path !== recordFile)
      return {
        present: new Map(
          present.map(([path, entry]) => [path, entry === wanted.get(path) ? 'same' : 'other'])
        ),
        isUnfinished: marks.length > 0,
        ...(entries.has(recordFile)
          ? {record: `${await git.ask(['cat-file', 'blob', `${tip}:${recordFile}`])}\n`}
          : {})
      }
    },
    async fetch(paths) {
      const hashes = paths.map((path) => entries.get(path)?.split(' ')[1] ?? '')
      const blobs = await readBlobs(git, hashes)
      const byPath = new Map(paths.map((path, index) => [path, blobs[index]]))
      return (path) => byPath.get(path) ?? new Uint8Array()
    },
    async put(files, onDone) {
      const hashes = await hashFiles(git, output, files, ['-w'])
      await stage(files.map(({path}, index) => `100644 ${hashes[index]}\t${path}`))
      for (const file of files) onDone(file)
    },
    remove: (paths) => stage(paths.map((path) => `0 ${nothing}\t${path}`)),
    keepRecord: (record) => write(recordFile, record),
    async finish() {
      for (const [path, text] of marks) await write(path, text)
      const tree = await git.ask(['write-tree'])
      if (tip !== undefined && tree === (await git.ask(['rev-parse', `${tip}^{tree}`]))) return 'shown'
      const parent = tip === undefined ? [] : ['-p', tip]
      const commit = await git.ask([...(await identity()), 'commit-tree', tree, ...parent], await message())
      return push(commit)
    },
    close: git.close
  }

  /** `.nojekyll`, without which GitHub Pages leaves out files that begin with `_`, and the domain, as far as the site has none itself. */
  async function missingMarks(
    wanted: ReadonlyMap<string, string>
  ): Promise<ReadonlyArray<readonly [string, string]>> {
    const jekyll = entries.has('.nojekyll') ? [] : [['.nojekyll', ''] as const]
    const cname = domain === undefined ? [] : [['CNAME', `${domain}\n`] as const]
    const lacking = []
    for (const [path, text] of [...jekyll, ...cname]) {
      const hash = await git.ask(['hash-object', '--stdin'], text)
      if (!wanted.has(path) && entries.get(path) !== `100644 ${hash}`) lacking.push([path, text] as const)
    }
    return lacking
  }

  async function write(path: string, text: string): Promise<void> {
    const hash = await git.ask(['hash-object', '-w', '--stdin'], text)
    await stage([`100644 ${hash}\t${path}`])
  }

  async function stage(entries: ReadonlyArray<string>): Promise<void> {
    await git.ask(
      ['update-index', '--replace', '-z', '--index-info'],
      entries.map((entry) => `${entry}\0`).join('')
    )
  }

  async function message(): Promise<string> {
    const head = await git.attempt(['rev-parse', '--verify', '--quiet', 'HEAD'])
    if (head.status !== 0) return 'Deploy\n'
    const commit = head.stdout.toString('utf8').trim()
    return `Deploy ${commit.slice(0, 12)}\n\nSource: ${commit}\n`
  }

  /** Machines that build have nobody's name. */
  async function identity(): Promise<ReadonlyArray<string>> {
    const {status} = await git.attempt(['var', 'GIT_COMMITTER_IDENT'])
    return status === 0 ? [] : ['-c', 'user.name=galley deploy', '-c', 'user.email=galley@localhost']
  }

  async function push(commit: string): Promise<'shown' | 'moved'> {
    const end = await git.attempt(['push', '--porcelain', remote, `${commit}:refs/heads/${branch}`])
    if (end.status === 0) return 'shown'
    const isMoved = /\[rejected\]|\[remote rejected\].*(?:cannot lock|failed to update) ref/.test(
      end.stdout.toString('utf8')
    )
    if (isMoved) return 'moved'
    throw gitError('push', end)
  }
}

/** Stands for no file, in the index. */
const nothing = '0'.repeat(40)

/** Where fetched branches lie: no branch of the user's, and no remote's. */
const ownRefs = 'refs/galley/deploy'

/** The commit that a branch of a remote is at; `undefined` where it has no such branch. */
async function fetchTip(git: Git, remote: string, branch: string): Promise<string | undefined> {
  const inside = await git.attempt(['rev-parse', '--git-dir'])
  if (inside.status !== 0) {
    throw new TargetError('Expected the site in a repository of git, found none', {
      hint: 'Run `git init` and `git remote add origin ADDRESS`'
    })
  }
  const there = await git.attempt(['ls-remote', '--exit-code', remote, `refs/heads/${branch}`])
  if (there.status === noSuchRef) return undefined
  if (there.status !== 0) throw gitError('ls-remote', there)
  const own = `${ownRefs}/${branch}`
  await git.ask([
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    remote,
    `+refs/heads/${branch}:${own}`
  ])
  return git.ask(['rev-parse', '--verify', own])
}

/** What `git ls-remote --exit-code` ends with. */
const noSuchRef = 2

/** All files of a commit, as mode and hash by path. */
async function listTree(git: Git, commit: string): Promise<ReadonlyMap<string, string>> {
  const listed = await git.ask(['ls-tree', '-r', '-z', '--full-tree', commit])
  return new Map(
    listed.split('\0').flatMap((line) => {
      const [, mode, hash, path] = /^(\d+) \w+ (\w+)\t([\s\S]+)$/.exec(line) ?? []
      return path === undefined ? [] : [[path, `${mode} ${hash}`]]
    })
  )
}

/** Hashes of files as git has them, in the same order; with `-w` it keeps the files too. */
async function hashFiles(
  git: Git,
  output: string,
  files: ReadonlyArray<BuiltFile>,
  options: ReadonlyArray<string>
): Promise<ReadonlyArray<string>> {
  if (files.length === 0) return []
  const paths = files.map(({path}) => `${join(output, path)}\n`).join('')
  return (await git.ask(['hash-object', ...options, '--no-filters', '--stdin-paths'], paths)).split('\n')
}

/** Bytes of blobs, in the same order. */
async function readBlobs(git: Git, hashes: ReadonlyArray<string>): Promise<ReadonlyArray<Uint8Array>> {
  const end = await git.attempt(['cat-file', '--batch'], hashes.map((hash) => `${hash}\n`).join(''))
  if (end.status !== 0) throw gitError('cat-file', end)
  let position = 0
  return hashes.map(() => {
    // `<hash> blob <size>`, and a line ending after the bytes.
    const head = end.stdout.indexOf('\n', position)
    const bytes = Number(end.stdout.toString('utf8', position, head).split(' ')[2])
    position = head + 1 + bytes + 1
    return end.stdout.subarray(head + 1, head + 1 + bytes)
  })
}
