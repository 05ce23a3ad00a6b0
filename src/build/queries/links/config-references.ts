import {type KeyPath, keyText} from '#src/config/find-key.ts'
import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {MenuItem} from '#src/model/site-config.ts'
import {brokenMenuEntry, brokenSetting, unknownHeading} from '#src/routing/messages.ts'
import {isElsewhere, pathPart} from '#src/routing/resolve-reference.ts'
import {idOf} from '#src/site/fragment-links.ts'
import {configSpot} from '../config-spot.ts'
import {menus, siteView} from '../settings.ts'
import {addressOf, nearestAddress} from './addresses.ts'
import {hasAnchor, nearestAnchor} from './anchors.ts'

/** What the configuration refers to. */
interface ConfigReference {
  readonly url: string
  /** Where it is written. */
  readonly key: KeyPath
  /** Absent where it stands in no menu. */
  readonly entry?: {readonly menu: string; readonly name: string}
}

/** What entries of menus and the theme's options refer to. */
export const configReferences: Query<null, ReadonlyArray<ConfigReference>> = defineStoredQuery(
  'configReferences',
  ({read}) => {
    const {logo, styles, social} = read(siteView, null).theme
    return [
      ...Object.entries(read(menus, null)).flatMap(([menu, items]) => inMenu(menu, items, ['menus', menu])),
      ...(logo === undefined ? [] : [{url: logo, key: ['theme', 'logo']}]),
      ...styles.map((url, index) => ({url, key: ['theme', 'styles', index]})),
      ...social.map(({url}, index) => ({url, key: ['theme', 'social', index, 'url']}))
    ]
  }
)

function inMenu(menu: string, items: ReadonlyArray<MenuItem>, key: KeyPath): ReadonlyArray<ConfigReference> {
  return items.flatMap(({name, url, children}, index) => [
    {url, key: [...key, index, 'url'], entry: {menu, name}},
    ...inMenu(menu, children, [...key, index, 'children'])
  ])
}

/** Reports references of the configuration that lead nowhere. */
export const checkConfigReferences: Query<null, null> = defineStoredQuery(
  'checkConfigReferences',
  ({read, report}) => {
    for (const {url, key, entry} of read(configReferences, null)) {
      const path = pathPart(url)
      if (path === '' || isElsewhere(url) || read(addressOf, path) !== undefined) continue
      const spot = configSpot(read, key)
      const nearest = read(nearestAddress, path)
      report([
        entry === undefined
          ? brokenSetting(spot, {key: keyText(key), written: url}, nearest)
          : brokenMenuEntry(spot, {...entry, url}, nearest)
      ])
    }
    return null
  }
)

/** Reports references of the configuration to places that pages do not have. */
export const checkConfigFragments: Query<null, null> = defineStoredQuery(
  'checkConfigFragments',
  ({read, report}) => {
    for (const {url, key} of read(configReferences, null)) {
      const [id, path] = [idOf(url), pathPart(url)]
      const found = id === undefined || path === '' || isElsewhere(url) ? undefined : read(addressOf, path)
      if (id === undefined || found === undefined || read(hasAnchor, [found, id])) continue
      const nearest = read(nearestAnchor, [found, id])
      report([unknownHeading(configSpot(read, key), url, found, nearest && `#${nearest}`)])
    }
    return null
  }
)
