import type {Host} from '#src/model/host.ts'
import type {DevSite} from './dev-site.ts'

/**
 * What of the paths that were hinted at is worth naming: editors and `sed` write beside a file what is gone when they are done. A path is
 * when something is there, or when the site had a file there; if no path is, all are, since then something was removed.
 *
 * @param had
 *   Those of which the site had files when the hints came.
 */
export async function namedFiles(
  hinted: ReadonlyArray<string>,
  had: ReadonlySet<string>,
  {knows, locate}: Pick<DevSite, 'knows'> & Pick<Host, 'locate'>
): Promise<ReadonlyArray<string>> {
  const isSomething = await Promise.all(
    hinted.map(async (path) => had.has(path) || knows(path) || (await locate(path)).kind !== 'absent')
  )
  const named = hinted.filter((_, index) => isSomething[index])
  return named.length === 0 ? hinted : named
}

/** Address of the one article that was changed: of several nobody knows which is meant. */
export function editedPage(
  changed: ReadonlyArray<string>,
  {addressOf}: Pick<DevSite, 'addressOf'>
): string | undefined {
  const [address, ...others] = changed.flatMap((path) => addressOf(path) ?? [])
  return others.length === 0 ? address : undefined
}
