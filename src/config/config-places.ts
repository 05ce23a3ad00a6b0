import {
  type FrontMatterPlaces,
  joinPlaces,
  pointerSegment,
  writePlace
} from '#src/model/front-matter-places.ts'
import type {JsonObject, JsonValue} from '#src/model/json.ts'
import {findKey, type KeyPath} from './find-key.ts'

/**
 * Places of front matter that stands in a configuration, by its pointers: of each value, and of each key, the key.
 *
 * @param path
 *   From the root of the configuration to `data`.
 */
export function configPlaces(text: string, path: KeyPath, data: JsonObject): FrontMatterPlaces {
  return joinPlaces(Object.entries(data).flatMap(([name, value]) => entriesOf(name, value, '', path)))

  function entriesOf(
    name: string | number,
    value: JsonValue,
    around: string,
    within: KeyPath
  ): ReadonlyArray<string> {
    const [own, pointer] = [[...within, name], `${around}/${pointerSegment(String(name))}`]
    const place = findKey(text, own)
    const children = typeof value === 'object' && value !== null ? Object.entries(value) : []
    return [
      ...(place === undefined ? [] : [writePlace(pointer, place), writePlace(`${pointer}#key`, place)]),
      ...children.flatMap(([key, child]) =>
        entriesOf(Array.isArray(value) ? Number(key) : key, child, pointer, own)
      )
    ]
  }
}
