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
 *   The first of the files that it is made of, below `templates/assets/`.
 * @param hash
 *   Of its content; some 20 characters or more.
 */
export function toBundledName(part: string, hash: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(part)?.[1]?.toLowerCase() ?? ''
  const name = [plainName(part), shortHash(hash)].filter((text) => text !== '').join('-')
  return `${name}.${scriptEnding.test(ending) ? 'js' : ending}`
}

/** The address by which templates name a bundled file: `/assets/menu.js` for `menu.ts`. */
export function namedAddress(part: string): RoutePath {
  return `${assetFolder}${part.replace(/\.(?:[cm]?ts|[jt]sx|[cm]js)$/, '.js')}` as RoutePath
}

const scriptEnding = /^(?:[cm]?[jt]s|[jt]sx)$/
