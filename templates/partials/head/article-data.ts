import type {JsonObject, Page, Questions} from 'galley'
import {authorLinks} from '../article/authors.tsx'
import {organizationData} from './organization-data.ts'
import {type SocialImage, socialImageOf} from './social-image.ts'

/** Characters of a headline at most, as Google asks for. */
const headlineMax = 110

/** An article: a post of a blog where it has a date. */
export function articleData(view: Questions, page: Page, canonical: string): JsonObject {
  const {title, date, lastmod = date, category} = page
  const description = page.description ?? page.shortDescription
  const image = socialImageOf(view, page)
  const keywords = keywordsOf(view, page)
  return {
    '@type': date === undefined ? 'Article' : 'BlogPosting',
    headline: shortened(title),
    ...(description === undefined ? {} : {description}),
    url: canonical,
    mainEntityOfPage: canonical,
    ...(date === undefined ? {} : {datePublished: date.iso}),
    ...(lastmod === undefined ? {} : {dateModified: lastmod.iso}),
    ...(page.authors.length === 0 ? {} : {author: personsOf(view, page)}),
    ...(image === undefined ? {} : {image: imageData(image)}),
    ...(category === undefined ? {} : {articleSection: category}),
    ...(keywords.length === 0 ? {} : {keywords}),
    wordCount: view.wordCount(page),
    inLanguage: view.site().language,
    publisher: organizationData(view)
  }
}

function imageData({permalink, ...size}: SocialImage): JsonObject {
  return {'@type': 'ImageObject', url: permalink, ...size}
}

function shortened(title: string): string {
  const characters = [...title]
  return characters.length <= headlineMax ? title : `${characters.slice(0, headlineMax - 1).join('')}…`
}

function personsOf(view: Questions, page: Page): ReadonlyArray<JsonObject> {
  const links = authorLinks(view, page, view.permalink)
  return page.authors.map((name, index) => {
    const url = links[index]
    return {'@type': 'Person', name, ...(url === undefined ? {} : {url})}
  })
}

/** The keywords that the author gave, else the tags. */
function keywordsOf(view: Questions, page: Page): ReadonlyArray<string> {
  return page.keywords.length > 0 ? page.keywords : view.termsOf(page, 'tags').map(({name}) => name)
}
