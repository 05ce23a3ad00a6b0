import {absent, hashData, hashText} from '#src/graph/hash.ts'
import {definePassingQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import {fillSlots} from '#src/model/link-slot.ts'
import type {Output} from '#src/model/output.ts'
import type {RoutePath} from '#src/model/route.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import type {OutputDigest} from '../answer.ts'
import {slotFiller} from './bundled-files.ts'
import {assetInput} from './inputs.ts'
import {rendered} from './rendered.ts'
import {routeAt} from './site-routes.ts'

/**
 * The bytes for a route; `undefined` when there is no such route, or its source is broken, or its template failed. The hash of a text is
 * that of the file.
 */
export const output: Query<RoutePath, Output | undefined> = definePassingQuery(
  'output',
  (context, path) => {
    const {read} = context
    const route = read(routeAt, path)
    if (route?.kind === 'asset') {
      const hash = read(assetInput, route.source) ?? ''
      return {kind: 'copy', path: toOutputPath(path), source: route.source, hash}
    }
    const made = read(rendered, path)
    if (made?.kind !== 'text') return made
    const text = fillSlots(made.text, slotFiller(context))
    // A text without slots is what was rendered, whose hash is known.
    const hash = text === made.text ? made.hash : hashText(text)
    return {kind: 'text', path: toOutputPath(path), text, hash}
  },
  (made) => (made?.kind === 'copy' ? hashData([made.source, made.hash]) : (made?.hash ?? absent))
)

/** The output of a copied file without its bytes. */
export const copyDigest: Query<RoutePath, OutputDigest | undefined> = defineStoredQuery(
  'copyDigest',
  ({read}, path) => {
    const made = read(output, path)
    return made?.kind === 'copy'
      ? {path: made.path, route: path, hash: made.hash, copyOf: made.source}
      : undefined
  }
)
