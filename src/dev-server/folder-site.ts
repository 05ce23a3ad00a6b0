import {hashText} from '#src/graph/hash.ts'
import type {OutputFolder} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {hostFiles, readHostRules} from './host-rules.ts'
import type {ServedSite} from './served-site.ts'

/** For how long a list of the files is used: a page is a dozen requests, and a build may come between two pages. */
const listedMs = 500

/**
 * The files of an output folder, as a static host has them: hidden files are none but those of `.well-known/`, and links lead nowhere.
 *
 * @param clock
 *   In milliseconds.
 */
export function folderSite(
  folder: Pick<OutputFolder, 'list' | 'read' | 'stamp'>,
  basePath: string,
  clock: () => number
): ServedSite {
  let files: ReadonlySet<string> = new Set()
  let rules = readHostRules(() => undefined)
  let listedAt = Number.NEGATIVE_INFINITY
  return {
    basePath,
    has,
    async read(path) {
      const bytes = folder.read(path as OutputPath)
      return bytes && {bytes, hash: hashText(bytes)}
    },
    redirect(path) {
      look()
      return rules.redirect(path)
    },
    headers(path) {
      look()
      return rules.headers(path)
    }
  }

  function has(path: string): boolean {
    look()
    return files.has(path) && folder.stamp(path as OutputPath) !== undefined
  }

  function look(): void {
    const now = clock()
    if (now - listedAt < listedMs) return
    listedAt = now
    const all = folder.list()
    files = new Set(all.filter(isServed))
    rules = readHostRules((file) =>
      all.includes(file as OutputPath) ? folder.read(file as OutputPath) : undefined
    )
  }
}

/** Settings of hosts, which they do not serve. */
const settingsFiles = ['vercel.json', 'firebase.json']

function isServed(path: string): boolean {
  return (
    ![...hostFiles, ...settingsFiles].includes(path) &&
    !path.split('/').some((name) => name.startsWith('.') && name !== '.well-known')
  )
}
