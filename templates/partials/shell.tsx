import type {Questions} from 'galley'
import type {ComponentChildren, VNode} from 'preact'
import {fixedAppearance} from './appearance.tsx'
import {directionOf} from './direction.ts'
import {Head} from './head/head.tsx'
import type {Metadata} from './head/metadata.ts'
import {phrasesIn} from './phrases.ts'
import {SiteFooter} from './site-footer.tsx'
import {SiteHeader} from './site-header.tsx'

/** Target of the skip link: a word that is unlikely to become the id of a heading in a body. */
const mainId = 'page-main'

interface Props {
  readonly view: Questions
  /** Route path of what is rendered. */
  readonly path: string
  readonly metadata: Metadata
  readonly children: ComponentChildren
}

/** The whole HTML document around the main part of a page. */
export function Shell({view, path, metadata, children}: Props): VNode {
  const {language} = view.site()
  return (
    <html lang={language} dir={directionOf(language)} data-appearance={fixedAppearance(view)}>
      <Head view={view} metadata={metadata} />
      <body>
        <a class="skip-link" href={`#${mainId}`}>
          {phrasesIn(language).skipToText}
        </a>
        <SiteHeader view={view} path={path} />
        <main id={mainId} tabIndex={-1}>
          {children}
        </main>
        <SiteFooter view={view} path={path} />
      </body>
    </html>
  )
}
