import type {Questions} from 'galley'

/**
 * A permalink as others may be told of it.
 *
 * @returns
 *   `undefined` for one of this site where nobody said where it will be: it would lead search engines and link previews astray.
 */
export function publishedAddress(view: Questions, permalink: string): string | undefined {
  const {baseUrl, isAddressKnown} = view.site()
  return isAddressKnown || !permalink.startsWith(baseUrl) ? permalink : undefined
}
