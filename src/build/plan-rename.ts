import {checkConfig} from '#src/config/check-config.ts'
import type {Heading} from '#src/model/document.ts'
import type {Host} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {applyEdits, type Edit, findWritten} from '#src/move/edits.ts'
import {findHeadings} from '#src/move/find-headings.ts'
import {findLiterals} from '#src/move/find-literals.ts'
import {slugOf} from '#src/routing/slug.ts'
import {compileSource, openSourceCompiler} from './compile/compile-source.ts'
import type {OpenSiteOptions} from './open-site.ts'
import {ownCode} from './own-code.ts'
import type {EditedFile, MovePlan} from './plan-move.ts'
import type {LinkTarget} from './queries/links/link-targets.ts'
import type {SiteState} from './site-state.ts'

/** A heading, and what it is to say. */
export interface Rename {
  readonly source: SourcePath
  /** Its id, or what it says. */
  readonly heading: string
  readonly title: string
}

/** What renaming a heading comes to. */
export interface RenamePlan extends Pick<MovePlan, 'unplaced'> {
  readonly edits: ReadonlyArray<EditedFile>
  /** Ids of the text that are others from now on. */
  readonly ids: ReadonlyMap<string, string>
  /** The one to which links from elsewhere still lead, by an anchor before the heading; absent where there is none. */
  readonly kept?: string
}

/**
 * What has to be done for a heading to say something else while every link to it goes on leading there: links of all texts and of front matter are
 * written anew, and the old id becomes an anchor, for links of other sites. Nothing is written.
 *
 * @param state
 *   Of the site as it is, of which no source waits to be compiled.
 * @returns
 *   A sentence where that cannot be done.
 */
export async function planRename(
  host: Host,
  options: OpenSiteOptions,
  state: SiteState,
  {source, heading, title}: Rename
): Promise<RenamePlan | string> {
  const {markdown} = (await checkConfig((await host.loadConfig(options.environment)).value, options)).value
  const compiler = openSourceCompiler(markdown)
  const texts = new Map<SourcePath, string>()
  const text = await textOf(source)
  const before = await outlineOf(text)
  const index = before.findIndex(({id, text: words}) => id === heading || slugOf(words) === slugOf(heading))
  const old = before[index]
  if (old === undefined) {
    const known = before.map(({id}) => `\`#${id}\``).join(', ')
    return `Expected a heading of \`${source}\`, found \`${heading}\`; there are ${known || 'none'}`
  }
  const renamed = await renameIn(text)
  if (renamed === undefined)
    return `Expected the heading \`#${old.id}\` in a line of \`${source}\` itself, found none`
  const {edit, line, after} = renamed
  const ids = new Map(before.flatMap(({id}, at) => (after[at]?.id === id ? [] : [[id, after[at]?.id ?? id]])))
  const edits = new Map<SourcePath, Array<Edit>>([[source, [edit]]])
  const unplaced: Array<RenamePlan['unplaced'][number]> = []
  for (const link of state.linkTargets()) if (link.target === source) await follow(link)
  for (const file of await ownCode(host, options.environment)) await followLiterals(file)
  const isLost = ids.has(old.id) && after.every(({id}) => id !== old.id)
  // In a quote or a list a line of its own would end that.
  const isPlain = /^[ \t]*#*[ \t]*$/.test(text.slice(line, edit.start))
  const kept = isLost && isPlain && markdown.html === 'keep' ? old.id : undefined
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  // Before the heading's own edit, which may begin at the same place.
  if (kept !== undefined) {
    edits.get(source)?.unshift({start: line, end: line, text: `<a id="${kept}"></a>${eol}${eol}`})
  }
  return {
    ids,
    ...(kept === undefined ? {} : {kept}),
    unplaced,
    edits: await Promise.all(
      [...edits].map(async ([file, found]) => ({
        file,
        text: applyEdits(await textOf(file), found),
        count: found.length
      }))
    )
  }

  /** The one change of a line that renames this heading, and no other. */
  async function renameIn(
    whole: string
  ): Promise<
    {readonly edit: Edit; readonly line: number; readonly after: ReadonlyArray<Heading>} | undefined
  > {
    const candidates = findHeadings(whole).filter(({start, end}) => isLike(whole.slice(start, end)))
    for (const {line: at, ...span} of candidates) {
      const change = {...span, text: title}
      const outline = await outlineOf(applyEdits(whole, [change]))
      const isOther = outline.some(
        ({text: words, depth}, one) =>
          one !== index && (words !== before[one]?.text || depth !== before[one]?.depth)
      )
      const isRenamed = outline.length === before.length && outline[index]?.text !== old?.text
      if (isRenamed && !isOther) return {edit: change, line: at, after: outline}
    }
    return undefined
  }

  /** Whether the words of a line, which may have marks in them, may be those of the heading. */
  function isLike(words: string): boolean {
    const plain = (one: string): string => one.replaceAll(/[^\p{L}\p{N}]+/gu, '')
    return plain(words).includes(plain(old?.text ?? '').slice(0, likeMax))
  }

  async function follow({file, reference, place, fragment, by, origin = ''}: LinkTarget): Promise<void> {
    const isName = by === 'name'
    const id = isName
      ? before.find((one) => one.id === fragment || slugOf(one.text) === slugOf(fragment ?? ''))?.id
      : fragment
    const fresh = id === undefined ? undefined : ids.get(id)
    if (fragment === undefined || fresh === undefined) return
    // A heading that has another id because of this one says what it said.
    const isWords = isName && fragment !== id
    if (isWords && id !== old?.id) return
    const whole = `${origin}${reference}${isName ? `#${fragment}` : ''}`
    const all = await textOf(file)
    const spots = place === undefined ? [] : findWritten(all, {path: whole, place})
    if (spots.length === 0) {
      unplaced.push({file, reference: whole, ...(place === undefined ? {} : {line: place.line})})
    }
    for (const {start, end} of spots) {
      addEdit(file, {
        start: start + all.slice(start, end).lastIndexOf('#') + 1,
        end,
        text: isWords ? title : fresh
      })
    }
  }

  /** Write parts of pages anew that stand whole in code, as in menus. */
  async function followLiterals(file: SourcePath): Promise<void> {
    const address = state.pages().find((page) => page.source === source)?.path ?? ''
    for (const {path, fragment, end} of findLiterals(await textOf(file))) {
      const isIt =
        path === source || (path.startsWith('/') && path.replace(/\/$/, '') === address.replace(/\/$/, ''))
      const fresh = fragment === undefined || !isIt ? undefined : ids.get(fragment)
      if (fragment !== undefined && fresh !== undefined) {
        const start = (await textOf(file)).indexOf('#', end) + 1
        addEdit(file, {start, end: start + fragment.length, text: fresh})
      }
    }
  }

  function addEdit(file: SourcePath, edited: Edit): void {
    const known = edits.get(file) ?? []
    if (!known.some(({start}) => start === edited.start)) known.push(edited)
    edits.set(file, known)
  }

  async function outlineOf(whole: string): Promise<ReadonlyArray<Heading>> {
    return (await compileSource({path: source, text: whole}, compiler)).facts.outline
  }

  async function textOf(file: SourcePath): Promise<string> {
    const known = texts.get(file)
    if (known !== undefined) return known
    const read = new TextDecoder('utf-8', {ignoreBOM: true}).decode(await host.read(file))
    texts.set(file, read)
    return read
  }
}

/** Letters and digits by which the line of a heading is found: punctuation and marks may be read as something else. */
const likeMax = 12
