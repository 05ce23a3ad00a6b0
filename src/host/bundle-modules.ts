import {randomUUID} from 'node:crypto'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {BundleProblem, Code} from './bundle-code.ts'
import {type KeptCode, keepCode, makeCodeFolder, moduleName} from './kept-code.ts'
import type {SiteFolders} from './site-folders.ts'

/** A file of code that was bundled with all that it imports from the site. */
export interface BundledModule {
  /** Of the file and all that it imports. */
  readonly hash: string
  /** Evaluate it; rejects with what the code throws. */
  readonly load: () => Promise<Readonly<Record<string, unknown>>>
}

/** All modules, or, when there is a problem with one, none. */
export interface Bundle {
  /** In the order of the files asked for. */
  readonly modules: ReadonlyArray<BundledModule>
  readonly problems: ReadonlyArray<BundleProblem>
  /** Folder that holds the bundled code while `use` runs. */
  readonly folder: string
  /** Absolute paths of all that was looked at to bundle it. */
  readonly files: ReadonlySet<string>
}

/** Code to be bundled, unless it is there already. */
export interface BundleRequest {
  readonly folders: SiteFolders
  readonly code: Code
  /** What bundling it would give; absent when that is not known. */
  readonly kept: KeptCode | undefined
}

/**
 * Bundle code and hand it to `use`; or hand over what was bundled earlier.
 *
 * What several files import is evaluated once. Modules have to be loaded within `use`: when one throws, the bundled
 * code is gone thereafter.
 */
export async function withBundle<Result>(
  {folders, code, kept}: BundleRequest,
  use: (bundle: Bundle) => Promise<Result>
): Promise<Result> {
  // What throws is bundled again: at the address of the kept code Node would throw the same, whatever has changed.
  const bundle =
    kept &&
    (await loadWhole(code, kept).then(
      ({bundle}) => bundle,
      () => undefined
    ))
  return bundle === undefined ? useNew({folders, code}, use) : use(bundle)
}

async function useNew<Result>(
  {folders, code}: Omit<BundleRequest, 'kept'>,
  use: (bundle: Bundle) => Promise<Result>
): Promise<Result> {
  const folder = makeCodeFolder(folders, code)
  let isKept = false
  try {
    // What is kept needs no code that bundles.
    const {bundleWhole} = await import('./bundle-code.ts')
    const {hashes, problems, files, trace} = await bundleWhole(folders, code, join(folder, moduleName))
    if (problems.length > 0) return await use({modules: [], problems, folder, files})
    const bundle = await loadWhole(code, {folder, hashes, files}).then(
      (whole) => {
        const {bundle, areTemplates} = whole
        isKept = trace !== undefined && keepCode(folders, code, {folder, hashes, areTemplates, trace})
        return bundle
      },
      (error) => loadParts(folders, code, {folder, hashes, files}, error)
    )
    return await use(bundle)
  } finally {
    if (!isKept) rmSync(folder, {recursive: true, force: true})
  }
}

/** Load code as one module. Rejects with what the first file that throws has thrown. */
async function loadWhole(
  {purpose}: Code,
  {folder, hashes, files}: Omit<KeptCode, 'areTemplates'>
): Promise<Pick<KeptCode, 'areTemplates'> & {readonly bundle: Bundle}> {
  const {href} = pathToFileURL(join(folder, moduleName))
  // A configuration may read files and the environment, so it is evaluated each time. A template may not.
  const exported = await load(purpose === 'config' ? `${href}?${randomUUID()}` : href)
  const namespaces = hashes.map((_, index) => exported[`module${index}`])
  const modules = hashes.map((hash, index) => ({hash, load: async () => namespaces[index]}))
  const areTemplates = namespaces.every((namespace) => typeof namespace?.default === 'function')
  return {bundle: {modules, problems: [], folder, files}, areTemplates}
}

/** Load each file of code by itself, after `error` was thrown by one. */
async function loadParts(
  folders: SiteFolders,
  code: Code,
  {folder, hashes, files}: Omit<KeptCode, 'areTemplates'>,
  error: unknown
): Promise<Bundle> {
  if (code.files.length === 1) {
    const modules = hashes.map((hash) => ({hash, load: () => Promise.reject(error)}))
    return {modules, problems: [], folder, files}
  }
  const {bundleParts} = await import('./bundle-code.ts')
  const problems = await bundleParts(folders, code, folder)
  if (problems.length > 0) return {modules: [], problems, folder, files}
  const modules = hashes.map((hash, index) => ({
    hash,
    load: () => load(pathToFileURL(join(folder, `${index}.mjs`)).href)
  }))
  return {modules, problems: [], folder, files}
}

function load(address: string) {
  // Stacks of errors then name the site's files, also of errors thrown later, while pages are rendered.
  process.setSourceMapsEnabled(true)
  return import(/* @vite-ignore */ address)
}
