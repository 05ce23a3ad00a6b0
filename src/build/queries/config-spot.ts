import {findKey, type KeyPath} from '#src/config/find-key.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import type {QueryContext} from '#src/graph/query.ts'
import {configFileInput, configTextInput} from './inputs.ts'

/** Where the configuration has a setting; without a place where the text of the configuration does not show it, and for the whole, `[]`. */
export function configSpot(read: QueryContext['read'], key: KeyPath): Spot {
  const file = read(configFileInput, null) ?? ''
  return key.length === 0 ? {file} : {file, place: findKey(read(configTextInput, null) ?? '', key)}
}
