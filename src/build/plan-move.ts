import type {Host} from '#src/model/host.ts'
import {isMarkdownPath, type SourcePath} from '#src/model/source.ts'
import {addAlias} from '#src/move/add-alias.ts'
import {applyEdits, type Edit, findWritten} from '#src/move/edits.ts'
import {findIncludes} from '#src/move/find-includes.ts'
import {findLiterals} from '#src/move/find-literals.ts'
import {includedFile, movedAddress, movedFilePath, movedInclude, movedName} from '#src/move/moved-path.ts'
import {withMoved} from '#src/move/overlay-host.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {type OpenSiteOptions, openSite} from './open-site.ts'
import {ownCode} from './own-code.ts'
import type {LinkTarget} from './queries/links/link-targets.ts'
import type {SiteState} from './site-state.ts'

/** What moving files comes to. Paths of edited files are those after the move. */
export interface MovePlan {
  readonly moves: ReadonlyMap<SourcePath, SourcePath>
  readonly edits: ReadonlyArray<EditedFile>
  /** Addresses that forward from now on, by where they led to. */
  readonly aliases: ReadonlyArray<{
    readonly source: SourcePath
    readonly alias: string
    readonly isWritten: boolean
  }>
  /** References to be changed that are written in a way which takes a person. */
  readonly unplaced: ReadonlyArray<{
    readonly file: SourcePath
    readonly line?: number
    readonly reference: string
  }>
}

/** A file of which some stretches are to be replaced. */
export interface EditedFile {
  readonly file: SourcePath
  readonly text: string
  readonly count: number
}

/**
 * What has to be done for files to move while every link goes on leading where it led: references to them and theirs are written anew, and a page
 * that readers may know gets its old address as an alias. Nothing is written.
 *
 * @param state
 *   Of the site as it is, of which no source waits to be compiled.
 * @param moves
 *   Where each file of `content/` goes.
 */
export async function planMove(
  host: Host,
  options: OpenSiteOptions,
  state: SiteState,
  moves: ReadonlyMap<SourcePath, SourcePath>
): Promise<MovePlan> {
  const after = await openSite(await withMoved(host, moves), options).renew()
  const [addressBefore, addressAfter] = [addressesOf(state), addressesOf(after)]
  const edits = new Map<SourcePath, Array<Edit>>()
  const texts = new Map<SourcePath, string>()
  const unplaced: Array<MovePlan['unplaced'][number]> = []
  for (const link of state.linkTargets()) await follow(link)
  for (const {path} of (await host.list('content')).value) {
    if (isMarkdownPath(path)) await followIncludes(path)
  }
  const sourceAt = new Map([...addressBefore].map(([source, path]) => [path.replace(/\/$/, ''), source]))
  for (const file of await ownCode(host, options.environment)) await followLiterals(file)
  const aliases = await addAliases()
  return {
    moves,
    aliases,
    unplaced,
    edits: [...edits].map(([file, found]) => ({
      file: placeOf(file),
      text: applyEdits(texts.get(file) ?? '', found),
      count: found.length
    }))
  }

  /** Write a reference anew where it would lead elsewhere. */
  async function follow(link: LinkTarget): Promise<void> {
    const {file, reference, place, origin = ''} = link
    const path = link.by === 'name' ? reference : (/^[^?#]*/.exec(reference)?.[0] ?? '')
    const written = path === '' ? path : writtenAfter(link, path)
    if (written === path) return
    const spots = place === undefined ? [] : findWritten(await textOf(file), {path: origin + path, place})
    if (spots.length === 0)
      unplaced.push({file, reference, ...(place === undefined ? {} : {line: place.line})})
    for (const spot of spots) addEdit(file, {...spot, text: origin + written})
  }

  /** Write paths of included files anew, where the file or the one that includes it moves. */
  async function followIncludes(file: SourcePath): Promise<void> {
    for (const {written, start} of findIncludes(await textOf(file))) {
      const target = includedFile(written, file) as SourcePath
      if (!moves.has(target) && !moves.has(file)) continue
      // A sample of code that looks like an include names no file.
      if ((await host.locate(target)).kind !== 'file') continue
      const text = movedInclude(written, movedFile(file), movedFile(target))
      if (text !== written) addEdit(file, {start, end: start + written.length, text})
    }
  }

  /** Write addresses and files of the site anew that stand whole in code. */
  async function followLiterals(file: SourcePath): Promise<void> {
    for (const {path, start, end} of findLiterals(await textOf(file))) {
      const target = path.startsWith('/') ? sourceAt.get(path.replace(/\/$/, '')) : (path as SourcePath)
      if (target === undefined) continue
      const link: LinkTarget = {reference: path, file, target, by: 'address'}
      const text = path.startsWith('/') ? writtenAfter(link, path) : placeOf(target)
      if (text !== path) addEdit(file, {start, end, text})
    }
  }

  function writtenAfter({file, target, by}: LinkTarget, path: string): string {
    if (by === 'file') return movedFilePath(path, movedFile(file), movedFile(target))
    if (by === 'name') return movedName(path, {before: namesOf(target), after: namesOf(placeOf(target))})
    const to = {before: addressBefore.get(target) ?? '', after: addressAfter.get(placeOf(target)) ?? ''}
    // By an alias, which goes on leading there.
    const isDirect = !path.startsWith('/') || isSame(path, to.before)
    const from = {before: addressBefore.get(file) ?? '/', after: addressAfter.get(placeOf(file)) ?? '/'}
    const isMoved = to.before !== to.after || (!path.startsWith('/') && from.before !== from.after)
    return isMoved && isDirect && to.after !== '' ? movedAddress(path, from, to) : path
  }

  async function addAliases(): Promise<MovePlan['aliases']> {
    const known = new Map(state.pages().map((page) => [page.source, page]))
    const added: Array<MovePlan['aliases'][number]> = []
    for (const source of moves.keys()) {
      const page = known.get(source)
      if (page === undefined || page.unpublished !== undefined) continue
      if (page.path === addressAfter.get(placeOf(source))) continue
      const edit = addAlias(await textOf(source), page.path)
      if (edit !== undefined) addEdit(source, edit)
      added.push({source: placeOf(source), alias: page.path, isWritten: edit !== undefined})
    }
    return added
  }

  function addEdit(file: SourcePath, edit: Edit): void {
    const known = edits.get(file) ?? []
    if (!known.some(({start, end}) => start === edit.start && end === edit.end)) known.push(edit)
    edits.set(file, known)
  }

  async function textOf(file: SourcePath): Promise<string> {
    const known = texts.get(file)
    if (known !== undefined) return known
    const bytes = await host.read(file)
    // With its byte order mark, which is to stay.
    const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
    texts.set(file, text)
    return text
  }

  function placeOf(file: SourcePath): SourcePath {
    return moves.get(file) ?? file
  }

  function movedFile(file: SourcePath): {readonly before: string; readonly after: string} {
    return {before: file, after: placeOf(file)}
  }
}

/** Addresses of files: of a page its own, not those that forward to it. */
function addressesOf({routes}: SiteState): ReadonlyMap<SourcePath, string> {
  const addresses = new Map<SourcePath, string>()
  for (const route of routes.values()) {
    const isOther = route.kind === 'redirect' || route.kind === 'markdown' || route.kind === 'socialImage'
    const isPart = 'pageNumber' in route && route.pageNumber > 1
    if (isOther || isPart || !('source' in route) || route.source === undefined) continue
    addresses.set(route.source, route.path)
  }
  return addresses
}

function namesOf(source: SourcePath): ReadonlyArray<string> {
  const {folders, name} = sourceNameOf(source)
  return [...folders, name]
}

function isSame(written: string, address: string): boolean {
  return decodeURI(written).replace(/\/$/, '') === address.replace(/\/$/, '')
}
