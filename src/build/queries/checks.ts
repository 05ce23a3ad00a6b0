import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {SourcePath} from '#src/model/source.ts'
import {termSlugOf} from '#src/routing/slug.ts'
import {
  emptySection,
  taxonomyOverSection,
  unknownSection,
  unknownTaxonomy,
  unusedText
} from '#src/site/messages.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {missingFont} from '../messages.ts'
import {configSpot} from './config-spot.ts'
import {sectionDefaults, textSource} from './defaults.ts'
import {assetInput, assetsInput, sourcesInput} from './inputs.ts'
import {termText, textSources} from './listings/terms.ts'
import {published, sections} from './publishing.ts'
import {configuredSections, feedRules, listedSections, socialImagesRules, taxonomyNames} from './settings.ts'

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

/** Reports settings of sections without a file: what was written for one, as its schema or addresses, counts for nobody. */
export const checkSections: Query<null, null> = defineStoredQuery('checkSections', ({read, report}) => {
  const files = [...(read(sourcesInput, null) ?? []), ...(read(assetsInput, null) ?? [])]
  for (const name of read(configuredSections, null).filter((one) => one !== '')) {
    if (files.some((file) => file.normalize('NFC').startsWith(`content/${name}/`))) continue
    report([emptySection(configSpot(read, ['sections', name]), name, read(sections, null))])
  }
  return null
})

/** Reports taxonomies that take the place of a section: the folder of one holds texts of its terms. */
export const checkTaxonomies: Query<null, null> = defineStoredQuery('checkTaxonomies', ({read, report}) => {
  const names = new Set(read(taxonomyNames, null))
  for (const source of read(published, null)) {
    const {folders, kind} = sourceNameOf(source)
    const [name = ''] = folders
    if (kind === 'index' || !names.delete(name)) continue
    report([taxonomyOverSection(configSpot(read, ['taxonomies', name]), name, source)])
  }
  return null
})

/** Reports names in the lists of sections that no section has: a folder below another is one by its own `_index.md`. */
export const checkLists: Query<null, null> = defineStoredQuery('checkLists', ({read, report}) => {
  const known = read(sections, null)
  for (const name of read(configuredSections, null)) {
    for (const [index, other] of (read(listedSections, name) ?? []).entries()) {
      if (known.includes(other)) continue
      report([unknownSection(configSpot(read, ['sections', name, 'list', index]), name, other, known)])
    }
  }
  return null
})

/** Reports taxonomies that are to have feeds, and that the site does not have. */
export const checkFeeds: Query<null, null> = defineStoredQuery('checkFeeds', ({read, report}) => {
  const rules = read(feedRules, null)
  const known = read(taxonomyNames, null)
  for (const [index, name] of (rules === false ? [] : rules.terms).entries()) {
    if (known.includes(name)) continue
    report([unknownTaxonomy(configSpot(read, ['feed', 'terms', index]), name, known)])
  }
  return null
})

/** Reports fonts for social images that the site does not have. */
export const checkFonts: Query<null, null> = defineStoredQuery('checkFonts', ({read, report}) => {
  const rules = read(socialImagesRules, null)
  for (const [index, font] of (rules === false ? [] : rules.fonts).entries()) {
    if (read(assetInput, font) !== undefined) continue
    report([missingFont(configSpot(read, ['socialImages', 'fonts', index]), font)])
  }
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
