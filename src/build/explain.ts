import type {Cause} from '#src/graph/cause.ts'
import {type Key, keyOf, parseKey, queryNameOf} from '#src/graph/query.ts'
import {keyAt, keyCount, positionIn, readsAt, type Traces, valueAt} from '#src/graph/traces.ts'
import {componentFolder} from '#src/model/component-folder.ts'
import type {Host} from '#src/model/host.ts'
import type {Page} from '#src/model/page.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {Visibility} from '#src/site/visibility.ts'
import {type Answer, type OutputDigest, readAnswer} from './answer.ts'
import {componentInput, templateInput} from './queries/inputs.ts'
import {page} from './queries/pages.ts'
import {visibility} from './queries/publishing.ts'
import {rendered} from './queries/rendered.ts'
import {ownBasePath} from './queries/settings.ts'
import {body, excerpt} from './queries/text.ts'
import {type FileIndex, readFileIndex} from './read/file-index.ts'
import {readHistory} from './store/history.ts'
import {sealedStore} from './store/sealed-store.ts'
import {openTraceStore} from './store/trace-store.ts'

/** A question that was asked to make a page. */
export interface Read {
  readonly query: string
  /** As JSON. */
  readonly argument: string
  /** As JSON; absent where it is not held. */
  readonly answer?: string
}

/** What one file of the site is made of. */
export interface Explanation {
  readonly output: OutputDigest
  /** In order of asking. */
  readonly reads: ReadonlyArray<Read>
  /** Whether the last build rendered it, and the changes that made it do so, nearest first. */
  readonly wasRendered: boolean
  readonly causes: ReadonlyArray<Cause>
  /** Other addresses that the file which was asked about goes into, sorted. */
  readonly usedBy: ReadonlyArray<string>
}

/** What a file of the site goes into. */
export interface Usage {
  readonly file: string
  /** Addresses, sorted. */
  readonly routes: ReadonlyArray<string>
  /** Of a file that goes into none. */
  readonly standing: Standing
}

/** What a file is that no page was seen to read: an article that is left out, a part or settings of many pages, a template of none, or nothing that is known. */
export type Standing =
  | Exclude<Visibility, 'published'>
  | 'configuration'
  | 'part'
  | 'asset'
  | 'unused'
  | 'unknown'

/** `undefined` when there has been no build; a usage for a file that goes into other addresses than one. */
export type Explained = Explanation | Usage | undefined

/**
 * Tell from what the last build remembered how an address came about, or where a file of the site goes.
 *
 * @param names
 *   What may be meant, at least one: addresses (`/articles/hello/`, with or without origin), or paths of a source, template, asset or
 *   output. The first that is known counts.
 */
export async function explain(
  host: Pick<Host, 'store' | 'version' | 'locate'>,
  names: ReadonlyArray<string>
): Promise<Explained> {
  const store = sealedStore(host.store, host.version, () => undefined)
  const answer = readAnswer(store)
  if (answer === undefined) return undefined
  const traces = openTraceStore(store).read()
  const {index} = readFileIndex(store)
  const usages: Array<Usage> = []
  for (const name of names) {
    const output = findOutput(answer, traces, name)
    const isThere = (await host.locate(name)).kind === 'file'
    const usage: Usage = {
      file: name,
      routes: routesOf(answer, traces, [
        ...keysOfFile(name),
        ...includersOf(index, name).flatMap(keysOfText)
      ]),
      standing: isThere ? standingOf(traces, name) : 'unknown'
    }
    if (output !== undefined) return {output, usedBy: othersOf(usage, output), ...rendering(output)}
    if (usage.routes.length > 0 || usage.standing !== 'unknown') return usage
    usages.push(usage)
  }
  return usages[0]

  function rendering({route}: OutputDigest): Pick<Explanation, 'reads' | 'wasRendered' | 'causes'> {
    const history = readHistory(store)
    return {
      reads: readsOf(traces, keyOf(rendered, route)),
      wasRendered: history?.has(route) === true,
      causes: history?.get(route) ?? []
    }
  }
}

function othersOf({routes}: Usage, output: OutputDigest): ReadonlyArray<string> {
  return routes.filter((route) => route !== output.route)
}

function findOutput({outputs}: Answer, traces: Traces, subject: string): OutputDigest | undefined {
  const path = toRoute(subject, heldAnswer(traces, keyOf(ownBasePath, null)) ?? '/')
  return (
    outputs.find(({route}) => route === path || route === `${path}/`) ??
    outputs.find(({path: outputPath, copyOf}) => outputPath === subject || copyOf === subject) ??
    outputs.find(({route}) => route === ownRoute(traces, subject))
  )
}

/** Address of the page that a source becomes. */
function ownRoute(traces: Traces, source: string): string | undefined {
  const json = valueAt(traces, positionIn(traces, keyOf(page, source as SourcePath)))
  return json === undefined ? undefined : (JSON.parse(json) as Page).path
}

/** The address that a URL or path means, without origin and base path. */
function toRoute(subject: string, basePath: string): string {
  const path = /^https?:\/\//.test(subject) ? decodeURI(new URL(subject).pathname) : subject
  return path.startsWith(basePath) ? `/${path.slice(basePath.length)}` : path
}

/** Addresses whose output read one of the keys. */
function routesOf({outputs}: Answer, traces: Traces, wanted: ReadonlyArray<Key>): ReadonlyArray<string> {
  const positions = Array.from({length: keyCount(traces.keys)}, (_, position) => position)
  const keys = new Map(positions.map((position) => [keyAt(traces, position), position]))
  const readers = new Set(wanted.flatMap((key) => keys.get(key) ?? []))
  // A component goes into texts, and they into pages; all else pages ask for themselves.
  if (wanted.some(isComponentKey)) addAllReaders()
  const routes = outputs.flatMap(({route}) => {
    const position = keys.get(keyOf(rendered, route))
    return position !== undefined && isReader(position) ? [route as string] : []
  })
  return routes.sort()

  function addAllReaders(): void {
    const before = readers.size
    for (const position of positions) if (isReader(position)) readers.add(position)
    if (readers.size > before) addAllReaders()
  }

  function isReader(position: number): boolean {
    return readsAt(traces.keys, position).some((read) => readers.has(read))
  }
}

/** Sources whose texts include a file, or show what lies beside it. */
function includersOf(index: FileIndex, file: string): ReadonlyArray<SourcePath> {
  return [...index].flatMap(([path, {includes = [], shown = []}]) =>
    [...includes, ...shown].includes(file as SourcePath) ? [path as SourcePath] : []
  )
}

/** What pages ask for of a file. */
function keysOfFile(file: string): ReadonlyArray<Key> {
  const template = /^templates\/(.+)\.[jt]sx?$/.exec(file)?.[1]
  if (template === undefined) return [keyOf(page, file as SourcePath), ...keysOfText(file as SourcePath)]
  return template.startsWith(componentFolder)
    ? [keyOf(componentInput, template.slice(componentFolder.length))]
    : [keyOf(templateInput, template)]
}

function keysOfText(source: SourcePath): ReadonlyArray<Key> {
  return [keyOf(body, source), keyOf(excerpt, source)]
}

function isComponentKey(key: Key): boolean {
  return queryNameOf(key) === componentInput.name
}

function standingOf(traces: Traces, file: string): Standing {
  if (/^galley\.config\.[cm]?[jt]s(?:on)?$/.test(file)) return 'configuration'
  if (file.startsWith('templates/assets/')) return 'asset'
  if (/^templates\/(?:.*\/)?partials\//.test(file)) return 'part'
  if (/^templates\/.+\.[jt]sx?$/.test(file)) return 'unused'
  const known = heldAnswer(traces, keyOf(visibility, file as SourcePath))
  return known === undefined || known === 'published' ? 'unknown' : (known as Visibility & Standing)
}

/** What a query asked for, by its key, in order of asking. */
export function readsOf(traces: Traces, key: string): ReadonlyArray<Read> {
  const position = positionIn(traces, key)
  if (position < 0) return []
  return Array.from(readsAt(traces.keys, position), (read) => {
    const {name, argument} = parseKey(keyAt(traces, read))
    const answer = valueAt(traces, read)
    return {query: name, argument: JSON.stringify(argument), ...(answer === undefined ? {} : {answer})}
  })
}

function heldAnswer(traces: Traces, key: string): string | undefined {
  const json = valueAt(traces, positionIn(traces, key))
  return json === undefined ? undefined : String(JSON.parse(json))
}
