import {spellingsOf} from '#src/content/field-names.ts'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import type {QueryContext} from '#src/graph/query.ts'
import {placeFinder} from '#src/model/front-matter-places.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {FieldPath} from '#src/site/file-reference.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {configSpot} from './config-spot.ts'
import {textSource} from './defaults.ts'
import {ownFrontMatter} from './documents.ts'
import {configuredDefaults} from './settings.ts'

type Read = QueryContext['read']

/**
 * Where a value that a source has in its front matter is written: there, or else in the `cascade` or the configured defaults that it stems
 * from. Asked for where something is wrong with it.
 */
export function fieldSpot(read: Read, source: SourcePath, [name, ...rest]: FieldPath): Spot {
  const own = fieldPlace(read, source, [name, ...rest])
  if (own !== undefined) return {file: source, place: own}
  const {folders} = sourceNameOf(source)
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders.slice(0, depth).join('/')
    const text = read(textSource, folder)
    const place = text && placeIn(read, text, '/cascade', [name, ...rest])
    if (text !== undefined && place !== undefined) return {file: text, place}
    const defaults = read(configuredDefaults, folder)
    const written = spellingsOf(name).find((spelling) => Object.hasOwn(defaults, spelling))
    if (written !== undefined) return configSpot(read, ['sections', folder, 'defaults', written, ...rest])
  }
  return {file: source}
}

/** Where a source itself has a value, or the field that it is in; `undefined` for one that it inherits. */
export function fieldPlace(read: Read, source: SourcePath, field: FieldPath): Place | undefined {
  return placeIn(read, source, '', field)
}

function placeIn(
  read: Read,
  source: SourcePath,
  around: string,
  [name, ...rest]: FieldPath
): Place | undefined {
  const own = read(ownFrontMatter, source)
  if (own === undefined) return undefined
  const findPlace = placeFinder(own.places)
  const fields = spellingsOf(name).map((spelling) => `${around}/${spelling}`)
  return [...fields.map((field) => [field, ...rest].join('/')), ...fields]
    .map(findPlace)
    .find((place) => place !== undefined)
}
