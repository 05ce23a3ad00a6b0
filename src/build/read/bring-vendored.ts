import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'
import {hashText} from '#src/graph/hash.ts'
import type {Host} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {VendoredFile} from '#src/model/vendoring.ts'
import {findVendoredIn, isNamed, type VendorRules} from '../compile/find-vendored.ts'
import {inParallel} from '../in-parallel.ts'
import {type FileIndex, type IndexedFile, isSettled, knownFile} from './file-index.ts'

/** Where files of other sites may be named, and what is known of them. */
export interface BringRequest {
  readonly host: Pick<Host, 'list' | 'read' | 'clock' | 'locate' | 'vendoring'>
  readonly index: FileIndex
  /** What sources name. */
  readonly named: ReadonlyArray<VendoredFile>
  readonly rules: VendorRules
  /** Whether images of texts may be fetched. */
  readonly mayFetch: boolean
}

/** Files of other sites that lie in this one. */
export interface BroughtFiles {
  /** Those that are published as they are. */
  readonly copied: ReadonlyArray<SourcePath>
  /** Texts of files below `templates/assets/` that nobody has written: each imports a style sheet or module that a tag loads, so that it is bundled with all that it names. */
  readonly imports: ReadonlyMap<SourcePath, string>
  /** What tags are to load in place of an address, as `namedFile` takes it. */
  readonly linked: ReadonlyMap<string, string>
  /** Templates, as they are known from here on. */
  readonly templates: FileIndex
  /** The error `build/cannot-vendor`, at the first place that names the file. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Have what sources and templates name of other sites lie in this one. What is known by its stamp is not looked at. */
export async function bringVendored(request: BringRequest): Promise<BroughtFiles> {
  const {host, index, mayFetch} = request
  const templates = await readTemplates(request)
  const inTemplates = [...templates.values()].flatMap(({vendored = []}) => vendored)
  const named = [...request.named, ...inTemplates.filter(({url}) => isNamed(url, request.rules))]
  const diagnostics: Array<Diagnostic> = []
  const missing = new Set<string>()
  const firsts = new Map([...named].reverse().map((file) => [file.path, file]))
  await inParallel([...firsts.values()], fetchesAtOnce, async (wanted) => {
    const located = await host.locate(wanted.path)
    if (located.kind === 'file' && knownFile(index, wanted.path, located.stamp) !== undefined) return
    // Strangers have no tags of their own, only images.
    const problem = await host.vendoring.bring(wanted, {mayFetch: mayFetch || wanted.kind !== 'image'})
    if (problem === undefined) return
    missing.add(wanted.path)
    diagnostics.push(errorAt(wanted, 'build/cannot-vendor', problem, hint))
  })
  const present = named.filter(({path}) => !missing.has(path))
  const bundled = present.filter(({kind}) => kind === 'styles' || kind === 'module')
  return {
    copied: present.filter((file) => !bundled.includes(file)).map(({path}) => path),
    imports: new Map(bundled.map((file) => [`${assetFolder}${partOf(file)}` as SourcePath, importOf(file)])),
    linked: new Map(present.flatMap((file) => (file.kind === 'image' ? [] : [[file.url, partOf(file)]]))),
    templates,
    diagnostics
  }
}

/** Few enough not to be taken for an attack. */
const fetchesAtOnce = 4

const hint = 'Look at the address in a browser, or save the file in the site'

const assetFolder = 'templates/assets/'

/** A script is published as it is; all else is bundled under a name that its author did not choose. */
function partOf({kind, path}: VendoredFile): string {
  if (kind === 'script') return `/${path}`
  return `${path}.${kind === 'styles' ? 'css' : 'js'}`
}

function importOf({kind, url}: VendoredFile): string {
  return `${kind === 'styles' ? '@import' : 'import'} ${JSON.stringify(url)};\n`
}

/** Templates and what they are made of, with what they name. */
async function readTemplates({host, index, rules}: BringRequest): Promise<FileIndex> {
  const listed = await host.list('templates')
  const code = listed.value.filter(({path}) => /\.[jt]sx?$/.test(path) && !path.startsWith(assetFolder))
  const files = new Map<string, IndexedFile>()
  await inParallel(code, readsAtOnce, async (entry) => {
    const {path, identity} = entry
    const found = knownFile(index, path, entry)
    // Of a file that was only included as a text so far, less is known.
    const known = found?.vendored === undefined ? undefined : found
    const readAt = host.clock()
    const bytes = known === undefined ? await host.read(path) : undefined
    if (known !== undefined) files.set(path, known)
    if (bytes === undefined) return
    const text = new TextDecoder().decode(bytes)
    // Whatever the configuration names, so that another one opens no file.
    const vendored = findVendoredIn({file: path, text}, {...rules, starts: ['']})
    files.set(path, {identity, hash: hashText(bytes), isSettled: isSettled(entry, readAt), vendored})
  })
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const readsAtOnce = 32
