import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {bundleParts, bundleWhole} from './bundle-code.ts'
import type {Bundle, BundleRequest} from './bundle-modules.ts'
import {type KeptCode, keepCode, makeCodeFolder, moduleName} from './kept-code.ts'
import {loadWhole} from './load-modules.ts'

/** Bundle code, hand it to `use`, and keep it if all of it can be loaded. */
export async function bundleAnew<Result>(
  {folders, code, loader}: AnewRequest,
  use: (bundle: Bundle) => Promise<Result>
): Promise<Result> {
  const folder = makeCodeFolder(folders, code)
  let isKept = false
  try {
    const {hashes, problems, files, trace} = await bundleWhole(folders, code, join(folder, moduleName))
    if (problems.length > 0) return await use({modules: [], problems, folder, files, mapOf: loader.mapOf})
    const bundle = await loadWhole(loader, code, {folder, hashes, files}).then(
      (whole) => {
        const {bundle, areTemplates} = whole
        isKept = trace !== undefined && keepCode(folders, code, {folder, hashes, areTemplates, trace})
        return bundle
      },
      (error) => loadParts({folders, code, loader}, {folder, hashes, files}, error)
    )
    return await use(bundle)
  } finally {
    if (!isKept) rmSync(folder, {recursive: true, force: true})
  }
}

type AnewRequest = Omit<BundleRequest, 'kept'>

/** Load each file of code by itself, after `error` was thrown by one. */
async function loadParts(
  {folders, code, loader}: AnewRequest,
  {folder, hashes, files}: Omit<KeptCode, 'areTemplates'>,
  error: unknown
): Promise<Bundle> {
  const bundle = {problems: [], folder, files, mapOf: loader.mapOf}
  if (code.files.length === 1) {
    return {...bundle, modules: hashes.map((hash) => ({hash, load: () => Promise.reject(error)}))}
  }
  const problems = await bundleParts(folders, code, folder)
  if (problems.length > 0) return {...bundle, modules: [], problems}
  const loads = loader.loadParts(folder, hashes.length)
  return {
    ...bundle,
    modules: hashes.map((hash, index) => ({hash, load: async () => loads[index]?.() ?? {}}))
  }
}
