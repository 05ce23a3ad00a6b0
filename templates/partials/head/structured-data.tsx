import type {JsonObject, Questions} from 'galley'
import type {VNode} from 'preact'
import {articleData} from './article-data.ts'
import type {Metadata} from './metadata.ts'
import {organizationData, organizationId} from './organization-data.ts'
import {trailTo} from './trail.ts'

interface Props {
  readonly view: Questions
  readonly metadata: Metadata
}

/** What search engines are told in the words of schema.org, as JSON-LD; nothing where there is nothing to tell, or no address to tell it of. */
export function StructuredData({view, metadata}: Props): VNode | null {
  if (!view.site().isAddressKnown) return null
  const graph = [...subjectData(view, metadata), ...trailData(view, metadata)]
  if (graph.length === 0) return null
  const text = JSON.stringify({'@context': 'https://schema.org', '@graph': graph})
  // No `<` may stand in it: a browser looks for the end of the element before anyone reads JSON.
  const html = text.replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{__html: html}} />
}

/** The page's own subject. */
function subjectData(view: Questions, metadata: Metadata): ReadonlyArray<JsonObject> {
  const {page, section, term, canonical} = metadata
  if (canonical === undefined) return []
  if (page !== undefined) return page.kind === 'article' ? [articleData(view, page, canonical)] : []
  if (term?.taxonomy === 'authors') return [profileData(metadata, canonical)]
  const isHome = section?.name === '' && canonical === view.permalink(section)
  return isHome ? [siteData(view), organizationData(view)] : []
}

function siteData(view: Questions): JsonObject {
  const {title, description, baseUrl, language} = view.site()
  return {
    '@type': 'WebSite',
    '@id': `${baseUrl}#website`,
    name: title,
    url: baseUrl,
    ...(description === '' ? {} : {description}),
    inLanguage: language,
    publisher: {'@id': organizationId(view)}
  }
}

function profileData({title, description}: Metadata, canonical: string): JsonObject {
  return {
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      name: title,
      url: canonical,
      ...(description === undefined ? {} : {description})
    }
  }
}

function trailData(view: Questions, metadata: Metadata): ReadonlyArray<JsonObject> {
  const trail = trailTo(view, metadata)
  if (trail.length === 0) return []
  const items = trail.map(({title, path}, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    item: view.permalink({path})
  }))
  return [{'@type': 'BreadcrumbList', itemListElement: items}]
}
