import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import {isImage} from '#src/model/is-image.ts'
import {termSlugOf} from '#src/routing/slug.ts'
import {comparePages} from '#src/site/compare-pages.ts'
import {compareAuthors, compareTerms} from '#src/site/compare-terms.ts'
import {largeImage} from '#src/site/messages.ts'
import type {ClaimPlaces, PageClaims} from '#src/site/page-claims.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {imageBudgetIn} from './check-settings.ts'
import {claimPlaces, pageClaims} from './claims.ts'
import {ownFrontMatter} from './documents.ts'
import {assetLengthInput, assetsInput} from './inputs.ts'
import {termTexts} from './listings/terms.ts'
import {published} from './publishing.ts'
import {allowedTerms, siteLanguage, taxonomyNames} from './settings.ts'

/** Reports images that take long to load, whether or not a page shows them. */
export const checkImages: Query<null, null> = defineStoredQuery('checkImages', ({read, report}) => {
  for (const image of (read(assetsInput, null) ?? []).filter(isImage)) {
    const [top, ...folders] = image.split('/').slice(0, -1)
    const budget = read(imageBudgetIn, top === 'content' ? folders.join('/').normalize('NFC') : '')
    const length = read(assetLengthInput, image) ?? 0
    if (length > budget) report([largeImage(image, length, budget)])
  }
  return null
})

/** Reports what is wrong with what pages say of themselves, most of which shows only beside others. */
export const checkPages: Query<null, null> = defineStoredQuery('checkPages', ({read, report}) => {
  const all = read(published, null).flatMap((source) => read(pageClaims, source) ?? [])
  const claims = all.filter((one) => one !== 'broken')
  report(comparePages(claims, findPlaces))
  // Terms of a text that could not be read seem to be missing elsewhere.
  if (claims.length < all.length) return null
  const language = read(siteLanguage, null)
  for (const taxonomy of read(taxonomyNames, null)) {
    report(compareTerms(claims, findPlaces, {taxonomy, allowed: read(allowedTerms, taxonomy), language}))
  }
  const texts = read(termTexts, 'authors')
  const slugs = new Set(Object.keys(texts))
  const known = Object.values(texts).map(
    (source) => read(ownFrontMatter, source)?.frontMatter.title ?? sourceNameOf(source).folders[1] ?? ''
  )
  report(compareAuthors(claims, findPlaces, known, (name) => slugs.has(termSlugOf(name))))
  return null

  function findPlaces({source}: PageClaims): ClaimPlaces {
    return read(claimPlaces, source) ?? {title: undefined, description: undefined, terms: {}}
  }
})
