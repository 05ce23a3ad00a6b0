import type {Questions} from 'galley'
import type {VNode} from 'preact'

/** The icon of the site on home screens, and its logo for search engines. */
export const touchIcon = '/apple-touch-icon.png'

/** Icons in the site's `public/`, with what browsers are told of each. They take the last one that they can show. */
const icons = [
  {path: '/favicon.ico', rel: 'icon', sizes: '32x32'},
  {path: '/favicon.svg', rel: 'icon', type: 'image/svg+xml'},
  {path: touchIcon, rel: 'apple-touch-icon'}
]

/** What the site is like on a home screen. */
const manifest = '/manifest.webmanifest'

/** Links to the icons that the site has, and to the manifest that names them. */
export function Icons({view}: {readonly view: Questions}): VNode {
  return (
    <>
      {icons
        .filter(({path}) => view.has(path))
        .map(({path, ...told}) => (
          <link key={path} href={view.href(path)} {...told} />
        ))}
      {view.has(manifest) && <link rel="manifest" href={view.href(manifest)} />}
    </>
  )
}
