import type {ResolvedConfig} from '#src/config/check-config.ts'
import {type Hash, hashData} from '#src/graph/hash.ts'
import type {RevisionInputs} from './collect-inputs.ts'

/** Hash of all that `collectInputs` gives: equal when, and only when, no input is another. For a build that needs no more of them. */
export function hashInputs(found: RevisionInputs): Hash {
  const {config, documents, lost, keepGoing, isOnDemand, isWaiting, assets, bundled} = found
  const {linked, hostTexts, today} = found
  const {searchPackage = null, drawingPackage = null, resizingPackage = null, urls = null} = found
  const {compressorVersion = null} = found
  const schemas = Object.keys(config.schemas)
  return hashData([
    [
      config.site,
      config.file ?? null,
      schemas,
      schemas.length === 0 ? null : config.hash,
      placedText(config) ?? null
    ],
    // Each follows from its path.
    [...documents.values()],
    lost,
    keepGoing,
    isOnDemand,
    isWaiting,
    Array.from(assets, ([path, {hash}]) => [path, hash]),
    [...bundled],
    [...linked],
    [...hostTexts],
    today,
    searchPackage,
    drawingPackage,
    resizingPackage,
    urls,
    compressorVersion
  ])
}

/** Text that places are found in; `undefined` where none can be asked for, so that a comment more is no change of the site. */
export function placedText({site, text}: ResolvedConfig): string | undefined {
  const {redirects, headers, menus, taxonomies} = site
  const hasMenus = Object.keys(menus).length > 0
  const hasPaths = Object.entries(taxonomies).some(([name, {path}]) => path !== `/${name}/`)
  return hasMenus || hasPaths || redirects.length > 0 || (headers !== false && headers.length > 0)
    ? text
    : undefined
}
