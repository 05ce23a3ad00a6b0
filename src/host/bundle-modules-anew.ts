import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {bundleParts, bundleWhole, type Code} from './bundle-code.ts'
import type {Bundle, BundleRequest} from './bundle-modules.ts'
import {type KeptCode, keepCode, makeCodeFolder, moduleName} from './kept-code.ts'
import {loadModule, loadWhole} from './load-modules.ts'
import type {SiteFolders} from './site-folders.ts'

/** Bundle code, hand it to `use`, and keep it if all of it can be loaded. */
export async function bundleAnew<Result>(
  {folders, code}: Omit<BundleRequest, 'kept'>,
  use: (bundle: Bundle) => Promise<Result>
): Promise<Result> {
  const folder = makeCodeFolder(folders, code)
  let isKept = false
  try {
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
  const problems = await bundleParts(folders, code, folder)
  if (problems.length > 0) return {modules: [], problems, folder, files}
  const modules = hashes.map((hash, index) => ({
    hash,
    load: () => loadModule(pathToFileURL(join(folder, `${index}.mjs`)).href)
  }))
  return {modules, problems: [], folder, files}
}
