import {type Built, buildOf} from './built.ts'
import {differenceOfCounts, differenceOfFiles, differenceOfResults, isEqual} from './difference.ts'
import {type Contents, isOwn} from './disturbances.ts'
import {contentOf, type World} from './world.ts'

/** An incremental build that is not the clean one. */
export class DivergenceError extends Error {}

/** What an incremental build is held to. */
export interface Expected {
  /** A build of the same state in a fresh place. */
  readonly clean: Built
  /** Files in `dist/` that may stay though no build of this state writes them. */
  readonly leftovers: ReadonlySet<string>
  /** Whether the build is asked to remove what is not the site's. */
  readonly isCleaning: boolean
}

/**
 * Build a world twice: the first time it comes to what a clean build does, with the foreign files that were there; the
 * second time there is nothing to do. With errors `dist/` stays as it was.
 *
 * Throws a `DivergenceError` that says in words what differs.
 */
export async function checkBuild(world: World, expected: Expected): Promise<Built> {
  const {clean} = expected
  const before = contentOf(world.output)
  const stamps = stampsOf(world)
  const built = await buildOf(world)
  refuse(differenceOfResults(built.result, clean.result))
  const stay = staysOf(before, built, expected)
  refuse(
    differenceOfFiles(built.output, clean.result.isWritten ? new Map([...stay, ...clean.output]) : before)
  )
  refuse(differenceOfCounts(before, built))
  const rewritten = stampsOf(world).filter(([path, stamp]) => {
    const isSame = isEqual(before.get(path), built.output.get(path))
    return isSame && !stamps.some(([known, other]) => known === path && other === stamp)
  })
  refuse(rewritten.length === 0 ? undefined : `Written again with the same bytes: ${rewritten.join(', ')}`)
  await checkNothingToDo(world, built)
  return built
}

/** What of the files before is there afterwards too, beside those of a clean build. */
function staysOf(
  before: Contents,
  {result, output}: Built,
  {clean, leftovers, isCleaning}: Expected
): Contents {
  // What is wrong may be the page that wrote a file, so that nothing is removed by a build that keeps going.
  const isPartial = result.diagnostics.some(({severity}) => severity === 'error')
  const isStaying = (path: string): boolean =>
    isPartial || (!isCleaning && (!isOwn(path) || (leftovers.has(path) && output.has(path))))
  return new Map([...before].filter(([path]) => isStaying(path) && !clean.output.has(path)))
}

async function checkNothingToDo(world: World, {result, output}: Built): Promise<void> {
  const again = await buildOf(world)
  refuse(differenceOfResults(again.result, result), 'A build at once after that: ')
  refuse(differenceOfFiles(again.output, output), 'A build at once after that: ')
  const {created, updated, removed} = again.result
  const written = created + updated + removed
  refuse(written === 0 ? undefined : `A build at once after that wrote or removed ${written} files`)
  const {rendered} = again.result
  refuse(rendered.length === 0 ? undefined : `A build at once after that rendered ${rendered.join(', ')}`)
}

function stampsOf({output}: World): ReadonlyArray<readonly [path: string, stamp: string]> {
  return output.paths().map((path) => [path, output.stamp(path)])
}

function refuse(difference: string | undefined, when = ''): void {
  if (difference !== undefined) throw new DivergenceError(when + difference)
}
