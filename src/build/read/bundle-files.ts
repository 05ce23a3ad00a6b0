import type {ResolvedConfig} from '#src/config/check-config.ts'
import type {Checked} from '#src/diagnostics/diagnostic.ts'
import {absent, type Hash, hashText} from '#src/graph/hash.ts'
import type {AssetTransform} from '#src/model/asset-transform.ts'
import type {BundledRecord} from '#src/model/bundled-file.ts'
import type {Host} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import {readData, writeData} from '../store/stored-data.ts'

/** What is bundled, and with what. */
export interface BundleRequest {
  /** Hash of each file below `templates/assets/`. */
  readonly files: ReadonlyMap<SourcePath, {readonly hash: Hash}>
  /** Texts of files there that nobody has written; see `bringVendored`. */
  readonly imports: ReadonlyMap<SourcePath, string>
  /** Whether the site is built for those who make it. */
  readonly isReadable: boolean
  /** What plugins make of them before, and the hash of the configuration that has the plugins. */
  readonly config: Pick<ResolvedConfig, 'transforms' | 'vendor' | 'hash'>
  readonly host: Pick<Host, 'read' | 'bundleFile' | 'bundledTheme' | 'isUnchanged'>
  readonly store: SealedStore
}

/** Texts of bundled files by path, sorted, and what they bring. */
export interface BundledTexts {
  readonly texts: ReadonlyMap<SourcePath, string>
  /** Files of other sites that they name, where they lie in this one. */
  readonly vendored: ReadonlyArray<SourcePath>
}

/** The environment whose files are made for those who make the site: `galley dev` is in it. */
export const readableEnvironment = 'development'

/** Whether a file below `templates/assets/` is bundled, and not copied. */
export function isBundled(path: string): boolean {
  return codePattern.test(path) && !path.endsWith('.d.ts')
}

/** Whether a plugin makes a style sheet or script of a file below `templates/assets/`. */
export function isTransformed(path: string, transforms: ReadonlyArray<AssetTransform>): boolean {
  return path.startsWith('templates/assets/') && transforms.some(({files}) => path.search(files) !== -1)
}

/** Hash of the configuration, where its plugins have to do with a file that is made of these; they may make another of it when they are others. */
export function configOf(
  inputs: ReadonlyArray<string>,
  {transforms, hash}: BundleRequest['config']
): string | undefined {
  return inputs.some((path) => isTransformed(path, transforms)) ? hash : undefined
}

/** Whether pages may load what a file comes to: parts are imported by others. */
function isEntry(path: string, transforms: ReadonlyArray<AssetTransform>): boolean {
  return (isBundled(path) || isTransformed(path, transforms)) && !/\/partials\/|\/_[^/]*$/.test(path)
}

/**
 * Texts of the style sheets and scripts of the site and its theme. What was bundled from the same files before, by an earlier build or with Galley,
 * is not bundled.
 *
 * Diagnostics: those of `Host.bundleFile`, and `build/import-cycle`.
 */
export async function bundleFiles(request: BundleRequest): Promise<Checked<BundledTexts>> {
  const {imports, isReadable, config, host, store} = request
  const made = Array.from(imports, ([path, text]) => [path, {hash: hashText(text)}] as const)
  const files = made.length === 0 ? request.files : new Map([...request.files, ...made])
  const entries = [...files.keys()].filter((path) => isEntry(path, config.transforms)).sort()
  if (entries.length === 0) return {value: {texts: new Map(), vendored: []}, diagnostics: []}
  const vendor = config.vendor.join(' ')
  // Of the theme there is one form: people look into what they wrote themselves.
  const builtIn = host.bundledTheme().map((record) => ({...record, isReadable, vendor}))
  const remembered = readData<ReadonlyArray<BundledRecord>>(store, bundledFile) ?? []
  const known = [...builtIn, ...remembered].filter(isValid)
  const modules = modulesOf(known)
  const recalled = entries.flatMap((path) => recall(known, path, modules.has(path)) ?? [])
  if (recalled.length === entries.length) return told(recalled)
  const {bundleAnew} = await import('./bundle-anew.ts')
  const {records, kept} = await bundleAnew({...request, files, entries, known})
  // A server and a build take turns, and each is to find what it has bundled.
  const others = remembered.filter((record) => record.isReadable !== isReadable)
  writeData(store, bundledFile, [...others, ...kept.filter((record) => !builtIn.includes(record))])
  return told(records)

  function isValid({inputs, outside, ...record}: BundledRecord): boolean {
    return (
      record.isReadable === isReadable &&
      record.vendor === vendor &&
      record.config === configOf(Object.keys(inputs), config) &&
      Object.entries(inputs).every(
        ([path, hash]) => (files.get(path as SourcePath)?.hash ?? absent) === hash
      ) &&
      (outside === undefined || host.isUnchanged(outside))
    )
  }
}

/** What a file was bundled to, as it is loaded. */
export function recall(
  known: ReadonlyArray<BundledRecord>,
  path: SourcePath,
  isModule: boolean
): BundledRecord | undefined {
  return known.find((record) => record.path === path && record.isModule === isModule)
}

/** Scripts that others load by `import()`. */
export function modulesOf(records: ReadonlyArray<BundledRecord>): ReadonlySet<string> {
  return new Set(records.flatMap(({modules}) => modules))
}

function told(records: ReadonlyArray<BundledRecord>): Checked<BundledTexts> {
  return {
    value: {
      texts: new Map(records.map(({path, text}) => [path, text])),
      vendored: records.flatMap(({vendored = []}) => vendored)
    },
    diagnostics: records.flatMap(({diagnostics}) => diagnostics)
  }
}

const codePattern = /^templates\/assets\/.+\.(?:css|[cm]?[jt]s|[jt]sx)$/

const bundledFile = 'bundled'
