import type {JsonObject, Questions} from 'galley'
import {touchIcon} from './icons.tsx'

/** Names the publisher of the site wherever it is spoken of. */
export function organizationId(view: Questions): string {
  return `${view.site().baseUrl}#organization`
}

/** Who publishes the site. */
export function organizationData(view: Questions): JsonObject {
  const {title, baseUrl} = view.site()
  const logo = logoOf(view)
  return {
    '@type': 'Organization',
    '@id': organizationId(view),
    name: title,
    url: baseUrl,
    ...(logo === undefined ? {} : {logo: view.permalink(logo)})
  }
}

function logoOf(view: Questions): string | undefined {
  return view.site().theme.logo ?? (view.has(touchIcon) ? touchIcon : undefined)
}
