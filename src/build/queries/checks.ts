import {findKey, type KeyPath} from '#src/config/find-key.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {MenuItem} from '#src/model/site-config.ts'
import type {SourcePath} from '#src/model/source.ts'
import {brokenMenuEntry} from '#src/routing/messages.ts'
import {isElsewhere} from '#src/routing/resolve-reference.ts'
import {termSlugOf} from '#src/routing/slug.ts'
import {unknownSection, unknownTaxonomy, unusedText} from '#src/site/messages.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {missingFont} from '../messages.ts'
import {sectionDefaults, textSource} from './defaults.ts'
import {assetInput, configFileInput, configTextInput} from './inputs.ts'
import {addressOf, nearestAddress} from './links/addresses.ts'
import {termText, textSources} from './listings/terms.ts'
import {sections} from './publishing.ts'
import {
  configuredSections,
  feedRules,
  listedSections,
  menus,
  socialImagesRules,
  taxonomyNames
} from './settings.ts'

/** Reports entries of menus that lead nowhere. */
export const checkMenus: Query<null, null> = defineStoredQuery('checkMenus', ({read, report}) => {
  const file = read(configFileInput, null) ?? ''
  for (const [menu, items] of Object.entries(read(menus, null)))
    report(problemsIn(menu, items, ['menus', menu]))
  return null

  function problemsIn(menu: string, items: ReadonlyArray<MenuItem>, key: KeyPath): ReadonlyArray<Diagnostic> {
    return items.flatMap(({name, url, children}, index) => {
      const own = [...key, index]
      const below = problemsIn(menu, children, [...own, 'children'])
      const [path = ''] = url.split(/[?#]/)
      if (path === '' || isElsewhere(url) || read(addressOf, path) !== undefined) return below
      const place = findKey(read(configTextInput, null) ?? '', [...own, 'url'])
      return [brokenMenuEntry({file, place}, {menu, name, url}, read(nearestAddress, path)), ...below]
    })
  }
})

/** Reports texts of listings that no listing shows. */
export const checkTexts: Query<null, null> = defineStoredQuery('checkTexts', ({read, report}) => {
  for (const source of read(textSources, null)) {
    const shown = shownInstead(read, source)
    if (shown !== source) report([unusedText(source, shown)])
  }
  return null
})

/** Reports what is wrong with the defaults of each section in the configuration, whether or not it has pages. */
export const checkDefaults: Query<null, null> = defineStoredQuery('checkDefaults', ({read}) => {
  for (const name of read(configuredSections, null)) read(sectionDefaults, name)
  return null
})

/** Reports names in the lists of sections that no section has: a folder below another is one by its own `_index.md`. */
export const checkLists: Query<null, null> = defineStoredQuery('checkLists', ({read, report}) => {
  const file = read(configFileInput, null) ?? ''
  const known = read(sections, null)
  for (const name of read(configuredSections, null)) {
    const listed = read(listedSections, name) ?? []
    report(
      listed
        .filter((other) => !known.includes(other))
        .map((other) => unknownSection(file, name, other, known))
    )
  }
  return null
})

/** Reports taxonomies that are to have feeds, and that the site does not have. */
export const checkFeeds: Query<null, null> = defineStoredQuery('checkFeeds', ({read, report}) => {
  const rules = read(feedRules, null)
  const known = read(taxonomyNames, null)
  const unknown = rules === false ? [] : rules.terms.filter((name) => !known.includes(name))
  report(unknown.map((name) => unknownTaxonomy(read(configFileInput, null) ?? '', name, known)))
  return null
})

/** Reports fonts for social images that the site does not have. */
export const checkFonts: Query<null, null> = defineStoredQuery('checkFonts', ({read, report}) => {
  const rules = read(socialImagesRules, null)
  const missing = rules === false ? [] : rules.fonts.filter((font) => read(assetInput, font) === undefined)
  report(missing.map((font) => missingFont(read(configFileInput, null) ?? '', font)))
  return null
})

/** The text of the listing that a source is for: mostly that source. */
function shownInstead(read: QueryContext['read'], source: SourcePath): SourcePath | undefined {
  const {folders} = sourceNameOf(source)
  const [top = '', name, ...deeper] = folders
  const isOfTaxonomy = read(taxonomyNames, null).includes(top)
  if (!isOfTaxonomy || name === undefined) return read(textSource, folders.join('/'))
  return deeper.length > 0 ? undefined : read(termText, [top, termSlugOf(name)])
}
