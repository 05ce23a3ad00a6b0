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
    [config.site, config.file ?? null, config.text, schemas, schemas.length === 0 ? null : config.hash],
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
