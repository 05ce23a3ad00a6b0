import type {Page, Questions} from 'galley'
import type {Metadata} from './metadata.ts'

/** What a page with a document of its own tells of itself. */
export function pageMetadata(view: Questions, page: Page): Metadata {
  return {
    title: page.title,
    description: page.description ?? page.shortDescription,
    canonical: page.canonical ?? view.permalink(page),
    page
  }
}
