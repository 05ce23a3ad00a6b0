import type {BuiltFile, FoundFiles} from '#src/model/deployment.ts'
import {type DeployRecord, encodeRecord, parseRecord, withIntended} from './deploy-record.ts'
import {type PassName, passNames, passOf, withoutEncoding} from './rank-file.ts'

/** A file that is to be put to a target. */
export interface PlannedFile {
  readonly file: BuiltFile
  readonly change: 'create' | 'update'
}

/** Files that may be put in any order among themselves. */
export interface Pass {
  readonly name: PassName
  /** At least one, sorted by path. */
  readonly files: ReadonlyArray<PlannedFile>
}

/** What a deploy does, in this order. */
export interface DeployPlan {
  /** To be removed before anything else: a file in the place of a folder that is to come, or in a folder in the place of such a file. */
  readonly obstacles: ReadonlyArray<string>
  /** What others need comes before them. */
  readonly passes: ReadonlyArray<Pass>
  /** To be removed when all passes are done: what leads to others comes before them. */
  readonly removals: ReadonlyArray<string>
  /** How many files are there already. */
  readonly keptCount: number
  /** Files at the target that are neither of this site nor of one that was deployed before, and that stay; sorted. */
  readonly foreign: ReadonlyArray<string>
  /** Pages that were deployed before, and those of this site. */
  readonly pageCounts: {readonly before: number; readonly after: number}
  /** What the target is to know as long as the deploy runs, and when it is done. */
  readonly records: {readonly during: string; readonly after: string}
  /** Whether nothing is to be done, so that not even the record is another. */
  readonly isEmpty: boolean
}

/** What to know of a site and of a target. */
export interface DeployGround {
  readonly files: ReadonlyArray<BuiltFile>
  readonly found: FoundFiles
  /** Whether to remove what Galley did not deploy, too. */
  readonly clean: boolean
}

/** Plan how a target becomes the site. */
export function planDeploy({files, found, clean}: DeployGround): DeployPlan {
  const record = parseRecord(found.record)
  const planned = files.flatMap((file): ReadonlyArray<PlannedFile> => {
    if (isThere(file, found, record)) return []
    return [{file, change: found.present.has(file.path) ? 'update' : 'create'}]
  })
  const wanted = new Set(files.map(({path}) => path))
  const others = [...found.present.keys()].filter((path) => !wanted.has(path)).sort()
  const isRemoved = (path: string): boolean => (clean || record.has(path)) && !isProtected(path)
  const isInTheWay = findObstacles(planned.map(({file}) => file.path))
  const gone = others.filter(isRemoved).sort(fromListsToAssets)
  const after = encodeRecord(new Map(files.map(({path, hash}) => [path, hash])))
  return {
    obstacles: gone.filter(isInTheWay),
    passes: passNames.flatMap((name) => passNamed(name, planned)),
    removals: gone.filter((path) => !isInTheWay(path)),
    keptCount: files.length - planned.length,
    foreign: others.filter((path) => !isRemoved(path)),
    pageCounts: {before: countPages(record.keys()), after: countPages(wanted)},
    records: {
      during: encodeRecord(
        withIntended(
          record,
          planned.map(({file}) => file.path)
        )
      ),
      after
    },
    isEmpty:
      planned.length === 0 && gone.length === 0 && found.record === after && found.isUnfinished !== true
  }
}

/** Whether a plan leaves less than half of the pages of a site that has some: mostly a mistake, such as a folder of content that was not there. */
export function isShrinking({pageCounts: {before, after}}: Pick<DeployPlan, 'pageCounts'>): boolean {
  return before >= guardedMin && after < before / 2
}

/** Fewer pages are soon others. */
const guardedMin = 20

function countPages(paths: Iterable<string>): number {
  return [...paths].filter((path) => path === withoutEncoding(path) && passOf(path) === 'pages').length
}

/** Whether a target has a file. What it only knows to be as long is the file when the last deploy said so. */
function isThere({path, hash}: BuiltFile, {present}: FoundFiles, record: DeployRecord): boolean {
  const presence = present.get(path)
  return presence === 'same' || (presence === 'unknown' && record.get(path) === hash)
}

/** Finds out whether some files can only be put to a target when another one is gone. */
function findObstacles(paths: ReadonlyArray<string>): (path: string) => boolean {
  const files = new Set(paths)
  const folders = new Set(paths.flatMap(foldersAround))
  return (path) => folders.has(path) || foldersAround(path).some((folder) => files.has(folder))
}

/** `a` and `a/b` of `a/b/c.html`. */
function foldersAround(path: string): ReadonlyArray<string> {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

function passNamed(name: PassName, planned: ReadonlyArray<PlannedFile>): ReadonlyArray<Pass> {
  const files = planned.filter(({file}) => passOf(file.path) === name)
  return files.length === 0
    ? []
    : [{name, files: files.toSorted((a, b) => compare(a.file.path, b.file.path))}]
}

/** What a host keeps there for itself: without them the site loses its history, its domain, its certificate or its files with `_`. */
export function isProtected(path: string): boolean {
  return /^(?:CNAME|\.nojekyll|\.git(?:\/.*)?|\.well-known\/.*)$/.test(path)
}

function fromListsToAssets(a: string, b: string): number {
  return passNames.indexOf(passOf(b)) - passNames.indexOf(passOf(a)) || compare(a, b)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
