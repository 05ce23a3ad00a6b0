import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import type {Painter} from '#src/model/drawing.ts'
import type {Host} from '#src/model/host.ts'
import type {ThreadThresholds} from '#src/model/thread-thresholds.ts'
import {acquireLock} from './build-lock.ts'
import {isOutsideUnchanged, readBundledTheme} from './bundled-theme.ts'
import {compressor} from './compress.ts'
import {listPackage, locateInPackage} from './find-package.ts'
import {findTemplates} from './find-templates.ts'
import {realPathOf} from './list-files.ts'
import {listSite} from './list-site.ts'
import {loadConfig} from './load-config.ts'
import {type CodeLoader, importingLoader} from './load-modules.ts'
import {openThread} from './open-thread.ts'
import {outputFolder, readIfPresent} from './output-folder.ts'
import {packageVersion} from './package-version.ts'
import {resolveWithin} from './resolve-within.ts'
import {findOverlaid, type SiteFolders} from './site-folders.ts'
import {storeFolder} from './store-folder.ts'
import {tuneEngine} from './tune-engine.ts'
import {vendoredPath} from './vendored-path.ts'

/** The folders of a site on disk, absolute. */
export interface NodeHostOptions {
  /** Has `content/` and the configuration. */
  readonly root: string
  /** Made when something is written to it. */
  readonly output: string
  /** The built-in theme: what a site's `templates/` may have. */
  readonly theme: string
  /** That theme, bundled by `buildTheme`, with the fonts of its pictures; without it, it is bundled where it is used. */
  readonly builtTheme?: string
  /** Folder of the bundled modules that threads run; without it there are none. */
  readonly workerFolder?: URL
  /** What evaluates the code of the site. Default: what imports it. */
  readonly codeLoader?: CodeLoader
  /** See `Host.version`. Default: that of a Galley that runs from its sources. */
  readonly version?: string
}

/** The host on disk. The clock is the system's, or the environment's `SOURCE_DATE_EPOCH` where that is set. */
export function nodeHost({
  root,
  output,
  theme,
  builtTheme,
  workerFolder,
  codeLoader = importingLoader,
  version = 'sources'
}: NodeHostOptions): Host {
  const folders: SiteFolders = {root: realPathOf(root) ?? root, theme: realPathOf(theme) ?? theme}
  const stateFolder = join(folders.root, '.galley')
  const excluded = [output, stateFolder]
  const store = storeFolder(stateFolder)
  const host: Host = {
    list: async (folder) => listSite(folders, folder, excluded),
    listPackage: async (name) => listPackage(folders.root, name),
    read: async (path) => {
      const packaged = locateInPackage(folders.root, path)
      if (packaged !== undefined) return readIfPresent(packaged)
      return readIfPresent(locateOwn(path))
    },
    locate: async (path) => (await import('./locate-file.ts')).locateFile(folders.root, path, excluded),
    bundleFile: async (task) => (await import('./bundle-file.ts')).bundleFile(folders, task),
    bundledTheme: () => readBundledTheme(builtTheme),
    isUnchanged: isOutsideUnchanged,
    loadConfig: (environment) => loadConfig(folders, environment, codeLoader),
    findTemplates: () => findTemplates(folders, builtTheme, codeLoader),
    now: readClock,
    clock: () => Date.now(),
    output: outputFolder(output),
    store,
    ...(workerFolder === undefined
      ? {}
      : {
          openThread: () =>
            openThread(new URL('worker.js', workerFolder), () => ({
              ...folders,
              output,
              version,
              storeFolder: store.writableFolder(),
              ...(builtTheme === undefined ? {} : {builtTheme})
            }))
        }),
    ...(tellsOfFolders()
      ? {watchFolders: async (folder) => (await import('./watch-folders.ts')).watchFolders(folder)}
      : {}),
    threadsPayFrom: threadsPayFrom(availableParallelism()),
    tuneEngine: () => tuneEngine(availableParallelism()),
    version,
    packageVersion,
    indexSearch: async (pages) => (await import('./index-search.ts')).indexSearch(pages),
    paint: lazyPainter(builtTheme && join(builtTheme, 'fonts')),
    resizeImage: async (image, variant) => (await import('./resize-image.ts')).resizeImage(image, variant),
    meanColor: async (image) => (await import('./mean-color.ts')).meanColor(image),
    vendoring: {
      pathOf: vendoredPath,
      async bring({url, path}, rules) {
        const {vendorFile} = await import('./vendor-file.ts')
        const found = await vendorFile(folders.root, {url, path, ...rules})
        return 'problem' in found ? found.problem : undefined
      }
    },
    compressor,
    processorCount: availableParallelism(),
    lock: (onWait) => acquireLock(stateFolder, {onWait}),
    scratch: async () => (await import('./memory-folders.ts')).scratchHost(host)
  }
  return host

  function locateOwn(path: string): string {
    const own = resolveWithin(folders.root, path)
    return path.startsWith('templates/') ? (findOverlaid(folders, path) ?? own) : own
  }
}

/** Code that draws is loaded with the first drawing. */
function lazyPainter(fonts: string | undefined): Painter {
  let painter: Promise<Painter> | undefined
  return async (drawing, given) => {
    painter ??= import('./open-painter.ts').then(({openPainter}) => openPainter(fonts))
    return (await painter)(drawing, given)
  }
}

/** Elsewhere a folder's watch does not tell that a file in it was written, or of the folders below it in another way. */
function tellsOfFolders(): boolean {
  return process.platform === 'linux' && process.env['CHOKIDAR_USEPOLLING'] === undefined
}

/**
 * As measured: each thread warms up Galley's code anew. On two cores the engine's own threads have use for the second one, so that two which render
 * as many pages take as long as one; but one that compiles while the other renders saves time from the first second on.
 */
function threadsPayFrom(coreCount: number): ThreadThresholds {
  const hasSpare = coreCount > 2
  return {
    sources: hasSpare ? 500 : 1000,
    beside: {first: 50, later: 200},
    pages: hasSpare ? 1500 : 2500,
    texts: 200,
    ranked: 2000
  }
}

/** @see https://reproducible-builds.org/specs/source-date-epoch/ */
function readClock(): number {
  const epochSeconds = process.env['SOURCE_DATE_EPOCH'] ?? ''
  return /^\d{1,12}$/.test(epochSeconds) ? Number(epochSeconds) * 1000 : Date.now()
}
