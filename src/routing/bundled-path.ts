import type {RoutePath} from '#src/model/route.ts'
import {plainName, shortHash} from './plain-name.ts'

/** Folder of all style sheets and scripts, and of what they name: each file there has a name that no other content ever has. */
export const bundledFolder = '/built/'

/** Folder of the files that they are made of, as templates name them: `/assets/theme.css`. */
export const assetFolder = '/assets/'

/**
 * Name in the folder of bundled files: `theme-3f2a9c81d0.css`.
 *
 * @param part
 *   Name of a copied file, or the address by which templates name the first of those that it is made of.
 * @param hash
 *   Of its content; some 20 characters or more.
 */
export function toBundledName(part: string, hash: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(part)?.[1]?.toLowerCase() ?? ''
  const name = [plainName(part), shortHash(hash)].filter((text) => text !== '').join('-')
  return `${name}.${ending}`
}

/** The address by which templates name a bundled file: `/assets/menu.js` for `menu.ts`, `/assets/site.css` for `site.scss`. */
export function namedAddress(part: string): RoutePath {
  const named = scriptEnding.test(part)
    ? part.replace(scriptEnding, '.js')
    : part.replace(/\.[^./]*$/, '.css')
  return `${assetFolder}${named}` as RoutePath
}

const scriptEnding = /\.(?:[cm]?[jt]s|[jt]sx)$/
