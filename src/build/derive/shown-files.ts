import {keyCount, readsAt, type Traces} from '#src/graph/traces.ts'
import {address} from '../queries/links/address.ts'
import {output} from '../queries/output.ts'
import {routeAt} from '../queries/site-routes.ts'

/** What a site has asked for. */
export interface ShownFiles {
  /** Files by path, in NFC. */
  readonly files: ReadonlySet<string>
  /** Addresses. */
  readonly paths: ReadonlySet<string>
}

/** The files that texts, templates and settings of a site lead to, as its traces tell: whatever leads somewhere has asked where. */
export function shownFiles({keys}: Traces): ShownFiles {
  const [addressId, routeId, outputId] = [address, routeAt, output].map(({name}) =>
    keys.queries.indexOf(name)
  )
  const files = new Set<string>()
  const paths = new Set<string>()
  for (let position = 0; position < keyCount(keys); position++) {
    const query = keys.queryIds[position]
    if (query === addressId) files.add(String(argumentAt(position)).normalize('NFC'))
    for (const read of readsAt(keys, position)) {
      // Every file asks what is at its own address.
      const isOwn = query === outputId && keys.argumentIds[position] === keys.argumentIds[read]
      if (keys.queryIds[read] === routeId && !isOwn) paths.add(String(argumentAt(read)))
    }
  }
  return {files, paths}

  function argumentAt(position: number): unknown {
    return keys.arguments[keys.argumentIds[position] ?? 0]
  }
}
