import {existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {RsyncSettings} from '#src/model/deploy-config.ts'
import {type DeployTarget, recordFile, TargetError} from '#src/model/deployment.ts'
import {readIfPresent} from '../output-folder.ts'
import {replaceFile} from '../replace-file.ts'
import {lastWords, type ProgramEnd, runProgram} from './run-program.ts'

/**
 * A folder that rsync reaches by ssh. Each pass is one call, which tells the files by name; rsync replaces each in one step, and compares
 * contents, so that what an interrupted deploy has put there is not sent again.
 *
 * @param output
 *   Absolute path of what was built.
 */
export function rsyncTarget({destination, ssh = []}: RsyncSettings, output: string): DeployTarget {
  const there = `${destination.replace(/\/+$/, '')}/`
  const own = mkdtempSync(join(tmpdir(), 'galley-deploy-'))
  const shell = ['ssh', '-o', 'BatchMode=yes', ...ssh].map(quoted).join(' ')

  return {
    name: destination,
    async look(files) {
      const sizes = new Map(files.map(({path, bytes}) => [path, bytes]))
      const listed = await listFolder()
      const others = [...listed].filter(([path]) => path !== recordFile)
      return {
        present: new Map(
          others.map(([path, size]) => [path, size === sizes.get(path) ? 'unknown' : 'other'])
        ),
        ...(listed.has(recordFile) ? await readRecord() : {})
      }
    },
    async fetch(paths) {
      const fetched = join(own, 'fetched')
      mkdirSync(fetched)
      await succeed([...fromInput, there, `${fetched}/`], listOf(paths))
      return (path) => readIfPresent(join(fetched, path)) ?? new Uint8Array()
    },
    async put(files, onDone) {
      const names = files.map(({path}) => path)
      await succeed(
        ['--times', '--checksum', '--chmod=D755,F644', ...fromInput, `${output}/`, there],
        listOf(names)
      )
      for (const file of files) onDone(file)
    },
    async remove(paths) {
      // What is named and is not here is removed there, as long as the folders around it are here.
      const frame = join(own, 'frame')
      const folders = [...new Set(paths.flatMap(foldersAround))]
      for (const folder of ['', ...folders]) mkdirSync(join(frame, folder), {recursive: true})
      await removeFrom(frame, paths)
      // Of the folders that the site has no more, those stay that have something of others.
      const empty = folders.filter((folder) => !existsSync(join(output, folder)))
      for (const level of levelsOf(empty)) {
        for (const folder of level) rmdirSync(join(frame, folder))
        await removeFrom(frame, level)
      }
    },
    async keepRecord(record) {
      const file = join(own, recordFile)
      replaceFile(file, [record])
      await succeed(['--checksum', '--chmod=F644', file, there])
    },
    finish: async () => 'shown',
    close: () => rmSync(own, {recursive: true, force: true})
  }

  function removeFrom(frame: string, paths: ReadonlyArray<string>): Promise<void> {
    return succeed(['--dirs', '--delete-missing-args', ...fromInput, `${frame}/`, there], listOf(paths))
  }

  /** Sizes of all files, by path. */
  async function listFolder(): Promise<ReadonlyMap<string, number>> {
    const end = await rsync(['--recursive', '--list-only', '--8-bit-output', '--no-human-readable', there])
    if (end.status === partly && /No such file or directory/.test(end.stderr)) return new Map()
    if (end.status !== 0) throw rsyncError(end)
    return new Map(
      end.stdout
        .toString('utf8')
        .split('\n')
        .flatMap((line) => {
          const [, size, path] = listedFile.exec(line) ?? []
          return path === undefined ? [] : [[unescaped(path), Number(size)]]
        })
    )
  }

  async function readRecord(): Promise<{readonly record?: string}> {
    const file = join(own, 'found')
    await succeed([there + recordFile, file])
    const bytes = readIfPresent(file)
    return bytes === undefined ? {} : {record: new TextDecoder().decode(bytes)}
  }

  async function succeed(args: ReadonlyArray<string>, input = ''): Promise<void> {
    const end = await rsync(args, input)
    if (end.status !== 0) throw rsyncError(end)
  }

  /** Names reach the other side as they are, whatever its shell would make of them. */
  function rsync(args: ReadonlyArray<string>, input = ''): Promise<ProgramEnd> {
    return runProgram({
      program: 'rsync',
      args: ['--protect-args', '--rsh', shell, ...args],
      folder: output,
      input
    })
  }
}

const fromInput: ReadonlyArray<string> = ['--files-from=-', '--from0']

/** `-rw-r--r--          1,234 2026/01/31 12:00:00 a/index.html` of anything but folders. */
const listedFile = /^[^d]\S{9}\s+([\d,.]+) \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (.+)$/

/** What rsync ends with when it did only a part. */
const partly = 23

/** Of ssh, and of rsync when a connection ends or times out. */
const passing: ReadonlySet<number> = new Set([10, 12, 30, 35])

function rsyncError({status, stderr}: ProgramEnd): TargetError {
  const isForGood = /permission denied|host key|not found|no such file|could not resolve/i.test(stderr)
  return new TargetError(`rsync failed with status ${status}${lastWords(stderr)}`, {
    mayPass: (passing.has(status) || status === sshFailed) && !isForGood,
    ...(isForGood
      ? {
          hint: 'Make sure that ssh to that machine works without a password, and that the folder can be written'
        }
      : {})
  })
}

const sshFailed = 255

/** `a/b` and `a` of `a/b/c.html`. */
function foldersAround(path: string): ReadonlyArray<string> {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Folders by how deep they lie, the deepest first. */
function levelsOf(folders: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> {
  const levels: Array<Array<string>> = []
  for (const folder of folders) {
    const depth = folder.split('/').length
    levels[depth] = [...(levels[depth] ?? []), folder]
  }
  return levels.filter((level) => level.length > 0).reverse()
}

function listOf(paths: ReadonlyArray<string>): string {
  return paths.map((path) => `${path}\0`).join('')
}

/** A character that could end a line stands there as `\#012`. */
function unescaped(path: string): string {
  return path.replace(/\\#(\d{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
}

/** As rsync takes apart the command of its shell: by blanks, unless between quotes. */
function quoted(argument: string): string {
  return /[\s'"]/.test(argument) ? `'${argument.replaceAll("'", "''")}'` : argument
}
