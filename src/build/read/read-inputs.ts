import {
  type ConfigOverrides,
  checkConfig,
  hasRules,
  overridesOf,
  type ResolvedConfig
} from '#src/config/check-config.ts'
import {checkPackages} from '#src/config/check-packages.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host, Templates, Thread} from '#src/model/host.ts'
import type {Recorder} from '#src/model/recorder.ts'
import {dayOf} from '#src/site/day-of.ts'
import type {CompilingSources} from '../compile/compile-beside.ts'
import {compileSources, namesOf} from '../compile/compile-sources.ts'
import type {WaitingSources} from '../compile/waiting-sources.ts'
import {stageRunner} from '../record-stage.ts'
import type {DocumentStore} from '../store/document-store.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import type {BroughtFiles} from './bring-vendored.ts'
import {bundleFiles, isTransformed, readableEnvironment} from './bundle-files.ts'
import type {FoundInputs, RevisionInputs} from './collect-inputs.ts'
import type {FileIndex, IndexedFile} from './file-index.ts'
import {compileFingerprint} from './fingerprint.ts'
import {fitConfig} from './fit-config.ts'
import {readHostTexts} from './host-texts.ts'
import type {KeptWork} from './kept-work.ts'
import {publishedFiles} from './published-files.ts'
import {readSite, type SiteFiles, withShown} from './read-site.ts'
import {withinContent} from './within-content.ts'

/** What a site is to be read as, beside its configuration. */
export interface SiteOptions extends ConfigOverrides {
  /** Whether what is good is wanted even when there are errors. */
  readonly keepGoing: boolean
  /** Told of the time that stages, articles, plugins and pages take. Default: none, and nothing is measured. */
  readonly recorder?: Recorder
}

/** What reading a site takes. */
export interface ReadContext {
  readonly host: Host
  readonly store: SealedStore
  readonly documents: DocumentStore
  /** That may help this one. */
  readonly threads: ReadonlyArray<Thread>
  readonly options: SiteOptions
  /** From the last time that the site was read. */
  readonly kept: KeptWork
  /** Where sources may wait until they are asked for; absent where all are to be compiled. */
  readonly waiting?: WaitingSources
  /** Whether sources may still be compiled by other threads when all else is read. */
  readonly mayBeBeside?: boolean
  readonly onCompiled: (done: number, total: number) => void
}

/** All that a revision of a site stands on. */
export interface ReadInputs {
  /** All but the templates. */
  readonly inputs: RevisionInputs
  /** What of them is plain data. */
  readonly known: FoundInputs
  readonly templates: Templates
  /** Of all that documents depend on beside their sources. */
  readonly fingerprint: string
  /** Of reading; those of documents stand in `index`. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** All files that were read, as they are known from here on. */
  readonly index: FileIndex
  /** Those among them that are sources. */
  readonly sources: ReadonlyArray<IndexedFile>
  /** Those of the sources that are still being compiled; absent when none is. */
  readonly compiling?: CompilingSources
}

/**
 * Read and compile a site: what `index` knows of is not opened, and what the store has compiled is not compiled.
 *
 * @param index
 *   Files as they were when they were read last.
 */
export async function readInputs(index: FileIndex, context: ReadContext): Promise<ReadInputs> {
  const {host, store, documents, threads, options, kept, waiting, mayBeBeside, onCompiled} = context
  const {environment, keepGoing, recorder} = options
  const stage = stageRunner(recorder)
  const isFirst = index.size === 0
  const readFiles = async (): ReturnType<typeof readSite> => {
    const found = await stage('read', () => readSite(host, index))
    // A first build compiles, and is about to wait for the bundler, which is a process of its own.
    if (isFirst) {
      const {prepareCompiling} = await import('../compile/choose-threads.ts')
      const sourceCount = found.value.sources.length
      await prepareCompiling(host, {threads, sourceCount, mayBeBeside, isFirst})
    }
    return found
  }
  const [files, [loadedConfig, templates]] = await Promise.all([
    readFiles(),
    stage('configuration and templates', () =>
      Promise.all([host.loadConfig(environment), host.findTemplates()])
    )
  ])
  const checked = await checkConfig(loadedConfig.value, options)
  const config = fitConfig(checked.value, files.value.sources.length)
  const reading = config.isUntrusted ? withinContent(host) : host
  const packages = await checkPackages(config, loadedConfig.value, host)
  // The list of all codes is loaded only where one is named.
  const rules = hasRules(config.checks) ? await import('#src/config/check-codes.ts') : undefined
  const fingerprint = compileFingerprint(host.version, config, packages.value.compiling)
  const markdown = {
    ...{options: config.markdown, overrides: overridesOf(options), configHash: config.hash},
    ...{threads, recorder, fingerprint, kept, mayBeBeside, isFirst}
  }
  const vendor = {
    starts: config.vendor,
    keepsHtml: config.markdown.html === 'keep',
    pathOf: host.vendoring.pathOf
  }
  const compile = () =>
    compileSources({
      host: reading,
      sources: files.value.sources,
      index,
      documents,
      fingerprint,
      named: kept.named(fingerprint),
      vendor,
      async openCompiler(sourceCount) {
        const {openCompiler} = await import('../compile/open-compiler.ts')
        return openCompiler(reading, documents, {...markdown, sourceCount})
      },
      ...(waiting && {postpone: (task) => waiting.add(task, config.markdown.features)}),
      onCompiled
    })
  const sources = await stage('compile', compile, ({counts}) => counts)
  const {compiling} = sources
  const {themeFiles} = files.value
  const isReadable = environment === readableEnvironment
  // Most sites name none: what brings them is loaded where some are named.
  const brought =
    config.vendor.length === 0
      ? nothingBrought
      : await stage('fetch', async () => {
          const {bringVendored} = await import('./bring-vendored.ts')
          const named = [...sources.files.values()].flatMap((file) => file.vendored ?? [])
          return bringVendored({host, index, named, rules: vendor, mayFetch: !config.isUntrusted})
        })
  const bundled = await stage('bundle', () =>
    bundleFiles({files: themeFiles, imports: brought.imports, isReadable, config, host, store})
  )
  const {texts, vendored} = bundled.value
  const {value: listed, ...shown} = await withShown(reading, index, files.value, {
    sources: sources.files,
    vendored: [...vendored, ...brought.copied]
  })
  const {resizing} = packages.value
  const assets =
    resizing === undefined
      ? listed
      : await stage('color', async () => {
          const {colorImages} = await import('./color-images.ts')
          return colorImages(host, listed, resizing)
        })
  const published = publishedFiles(copiedOf(assets, config), config)
  const names = namesOf(sources.files)
  const known: FoundInputs = {
    ...names,
    lost: files.value.sources.map(({path}) => path).filter((path) => !names.documents.has(path)),
    keepGoing,
    isOnDemand: waiting !== undefined,
    isWaiting: waiting?.isEmpty() === false,
    assets: published.value,
    bundled: texts,
    linked: brought.linked,
    hostTexts: await readHostTexts(host, assets, config.site.hosting),
    today: dayOf(host.now(), config.site.timeZone),
    ...(loadedConfig.value.urls === undefined ? {} : {urls: loadedConfig.value.urls}),
    ...(packages.value.searching === undefined ? {} : {searchPackage: packages.value.searching}),
    ...(config.site.compress.length === 0 ? {} : {compressorVersion: host.compressor.version}),
    ...(packages.value.drawing === undefined ? {} : {drawingPackage: packages.value.drawing}),
    ...(resizing === undefined ? {} : {resizingPackage: resizing})
  }
  return {
    inputs: {
      ...known,
      config,
      openDocument: (compiling ?? waiting)?.openBefore(documents.open) ?? documents.open
    },
    known,
    templates,
    fingerprint,
    diagnostics: [
      ...files.diagnostics,
      ...loadedConfig.diagnostics,
      ...checked.diagnostics,
      ...(rules?.checkCodes(config, loadedConfig.value.text) ?? []),
      ...packages.diagnostics,
      ...sources.diagnostics,
      ...bundled.diagnostics,
      ...brought.diagnostics,
      ...shown.diagnostics,
      ...published.diagnostics
    ],
    // A file may be included and be a source or asset too: then the other knows no less of it.
    index: joined([brought.templates, themeFiles, sources.included, assets, sources.files]),
    sources: [...sources.files.values()],
    ...(compiling && {compiling})
  }
}

/** Of files with one path the last counts. There may be a hundred thousand, and are after each edit: none becomes a pair for it. */
function joined(indexes: ReadonlyArray<FileIndex>): FileIndex {
  const all = new Map<string, IndexedFile>()
  for (const index of indexes) for (const [path, file] of index) all.set(path, file)
  return all
}

const nothingBrought: BroughtFiles = {
  copied: [],
  imports: new Map(),
  linked: new Map(),
  templates: new Map(),
  diagnostics: []
}

/** Files that plugins make style sheets and scripts of are not copied. */
function copiedOf(assets: SiteFiles['assets'], {transforms}: ResolvedConfig): SiteFiles['assets'] {
  if (transforms.length === 0) return assets
  return new Map([...assets].filter(([path]) => !isTransformed(path, transforms)))
}
