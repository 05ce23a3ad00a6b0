import {createHash} from 'node:crypto'
import type {Painter} from '#src/model/drawing.ts'
import type {FileEntry, Host, LoadedTemplate, LocatedFile} from '#src/model/host.ts'
import type {ImageColorist, ImageResizer} from '#src/model/image.ts'
import {recordedUrlsFile} from '#src/model/loaded-config.ts'
import type {OutputPath} from '#src/model/route.ts'
import type {SearchIndexer} from '#src/model/search.ts'
import type {SourcePath} from '#src/model/source.ts'
import {vendoredImages} from '#src/model/vendoring.ts'
import {compressor} from './compress.ts'
import {isHiddenPath, isPassedOver} from './list-files.ts'
import {contentStamp, memoryOutput, scratchHost} from './memory-folders.ts'
import {memoryStore} from './memory-store.ts'
import {nearPath} from './near-path.ts'
import {toBytes} from './to-bytes.ts'

/** What a host in memory cannot find in its files. */
export interface MemoryOptions {
  /** The clock, milliseconds since 1970-01-01T00:00Z. Default: 2024-06-01T12:00Z. */
  readonly now?: number
  /** The default export of the configuration; a function is called with the environment. */
  readonly config?: unknown
  /** Default: none. */
  readonly templates?: ReadonlyArray<LoadedTemplate>
  /** Versions of installed packages by name. Default: none. */
  readonly packages?: Readonly<Record<string, string>>
  /** Default: one file with all that it is given. */
  readonly indexSearch?: SearchIndexer
  /** Default: the drawing as text. */
  readonly paint?: Painter
  /** Default: image and variant as text. */
  readonly resizeImage?: ImageResizer
  /** Default: none has one color for all. */
  readonly meanColor?: ImageColorist
}

/** A host whose folders are maps that a test may look into and change between builds. */
export interface MemoryHost extends Host {
  /** Files of the site by path, with those that were written. */
  readonly files: Map<string, string | Uint8Array>
  readonly outputs: Map<OutputPath, Uint8Array>
}

/**
 * A host without a disk. A `galley.config.json` among the files is read unless `config` is given; its text gives the
 * places of diagnostics. Code cannot be loaded: templates are given as functions.
 */
export function memoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: MemoryOptions = {}
): MemoryHost {
  const held = new Map(Object.entries(files))
  const outputs = new Map<OutputPath, Uint8Array>()
  const templates = {
    value: [...(options.templates ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
    diagnostics: []
  }
  const host: MemoryHost = {
    files: held,
    outputs,
    list: async (folder) => ({value: listHeld(held, folder), diagnostics: []}),
    listPackage: async (name) => ({value: listBelow(held, `node_modules/${name}@`), diagnostics: []}),
    read: async (path) => {
      const content = held.get(path)
      return content === undefined ? undefined : toBytes(content)
    },
    locate: async (path) => locateHeld(held, path),
    bundleFile: async (task) => (await import('./bundle-file.ts')).bundleFile(nowhere, task),
    bundledTheme: () => [],
    isUnchanged: () => true,
    loadConfig: async (environment) => {
      const file = configFiles.find((name) => held.has(name))
      const text = file === undefined ? '' : decode(held.get(file) ?? '')
      const isWritten = !('config' in options) && file?.endsWith('.json') === true
      const given: unknown = isWritten ? JSON.parse(text) : options.config
      const value: unknown = typeof given === 'function' ? await given({environment}) : given
      const hash = hashOf(text + JSON.stringify(value, codeAsText))
      const urls = held.get(recordedUrlsFile)
      const found = {
        ...(file === undefined ? {} : {file}),
        ...{text, value, hash},
        ...(urls === undefined ? {} : {urls: decode(urls)})
      }
      return {value: found, diagnostics: []}
    },
    findTemplates: async () => ({known: templates, load: async () => templates}),
    now: () => options.now ?? Date.UTC(2024, 5, 1, 12),
    clock: () => 0,
    threadsPayFrom: {sources: 500, beside: {first: 500, later: 500}, pages: 1000, texts: 200, ranked: 500},
    tuneEngine: () => undefined,
    version: 'memory',
    packageVersion: (name) => options.packages?.[name],
    indexSearch: options.indexSearch ?? listSearched,
    paint: options.paint ?? writeDrawing,
    resizeImage: options.resizeImage ?? writeVariant,
    meanColor: options.meanColor ?? (async () => undefined),
    vendoring: {
      pathOf: (url, kind) =>
        `${kind === 'image' ? vendoredImages : 'vendor/'}${encodeURIComponent(url)}` as SourcePath,
      bring: async ({url}) => `Expected \`${url}\` to be fetched, found nothing that could do so`
    },
    compressor,
    processorCount: 1,
    // One process, one build at a time: whoever calls waits.
    lock: async () => ({release: () => undefined}),
    store: memoryStore(held, '.galley/'),
    output: memoryOutput(outputs),
    scratch: async () => scratchHost(host)
  }
  return host
}

/** Packages are found from Galley's own folder. */
const nowhere = {root: process.cwd(), theme: process.cwd()}

const writeDrawing: Painter = async (drawing) => ({bytes: toBytes(JSON.stringify(drawing)), missing: ''})

const writeVariant: ImageResizer = async (image, variant) => toBytes(JSON.stringify([hashOf(image), variant]))

const listSearched: SearchIndexer = async (pages) => [
  {path: 'pagefind.js', bytes: toBytes(JSON.stringify([...pages]))}
]

const configFiles: ReadonlyArray<string> = ['galley.config.ts', 'galley.config.json']

function listHeld(held: MemoryHost['files'], folder: string): ReadonlyArray<FileEntry> {
  const below = listBelow(held, folder === '' ? '' : `${folder}/`)
  return below.filter(({path}) => !path.split('/').some(isPassedOver))
}

function listBelow(held: MemoryHost['files'], prefix: string): ReadonlyArray<FileEntry> {
  return [...held]
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, content]) => ({path: path as SourcePath, ...contentStamp(toBytes(content))}))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** There are no links in memory, and the output folder is elsewhere. Hidden files are outside. */
function locateHeld(held: MemoryHost['files'], path: string): LocatedFile {
  if (path.split('/').includes('..') || isHiddenPath(path)) return {kind: 'outside'}
  const content = held.get(path)
  if (content !== undefined) return {kind: 'file', stamp: contentStamp(toBytes(content))}
  if ([...held.keys()].some((file) => file.startsWith(`${path}/`))) {
    return {kind: 'unusable', cause: 'it is a folder'}
  }
  const near = nearPath(path, (folder) => namesIn(held, folder))
  return {kind: 'absent', ...(near === undefined ? {} : {near})}
}

function namesIn(held: MemoryHost['files'], folder: string): ReadonlyArray<string> {
  const prefix = folder === '' ? '' : `${folder}/`
  const below = [...held.keys()].filter((path) => path.startsWith(prefix))
  const names = new Set(below.map((path) => path.slice(prefix.length).split('/', 1)[0] ?? ''))
  return [...names].filter((name) => !isPassedOver(name)).sort()
}

function codeAsText(_: string, value: unknown): unknown {
  return typeof value === 'function' ? String(value) : value
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function decode(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}
