/**
 * Text of a file of `templates/`, by its path there without extension.
 *
 * @param mark
 *   What it prints. `throws` lets it fail when it renders, `unclosed` before.
 */
export function templateText(name: string, mark: string): string {
  const write = texts[name]
  if (write === undefined) throw new Error(`Expected a text for the template ${name}`)
  const text = write(JSON.stringify(mark))
  if (mark === 'throws')
    return text.replace(/\{"throws"\}/, "{((): string => { throw new Error('a fault') })()}")
  return mark === 'unclosed' ? text.replace(/<\/\w*>/, '') : text
}

/** Some stand alone, some lie around the theme's, some import a part that imports another part. */
const texts: Readonly<Record<string, (mark: string) => string>> = {
  home: (mark) => `import type {HomeView} from 'galley'
import {Card} from './partials/card.tsx'
import {Shell} from './partials/shell.tsx'

export default function Home({path, view, section, listing}: HomeView) {
  return (
    <Shell view={view} path={path} metadata={{title: section.title}}>
      {${mark}}
      {listing.pages.map((page) => (
        <Card view={view} page={page}>
          <div dangerouslySetInnerHTML={{__html: view.excerpt(page)}} />
        </Card>
      ))}
    </Shell>
  )
}
`,
  article: (mark) => `import type {PageView} from 'galley'
import Article from 'galley/theme/article.tsx'

export default (view: PageView) => <><Article {...view} />{${mark}}</>
`,
  'articles/article': (mark) => `import type {PageView} from 'galley'
import {Card} from '../partials/card.tsx'

export default function Article({view, page}: PageView) {
  return (
    <article>
      {${mark}}
      <main dangerouslySetInnerHTML={{__html: view.body(page)}} />
      {view.pages({section: 'articles', limit: 2}).map((latest) => <Card view={view} page={latest} />)}
      {view.terms('tags').map((term) => <a href={view.href(term)}>{term.name} {term.pageCount}</a>)}
    </article>
  )
}
`,
  'articles/section': (mark) => `import type {SectionView} from 'galley'
import Section from 'galley/theme/section.tsx'

export default (view: SectionView) => <><Section {...view} />{${mark}}</>
`,
  term: (mark) => `import type {TermView} from 'galley'
import {Card} from './partials/card.tsx'

export default function Term({view, term, listing}: TermView) {
  return (
    <html>
      <title>{term.title}</title>
      {${mark}}
      {listing.pages.map((page) => (
        <Card view={view} page={page}>
          <main dangerouslySetInnerHTML={{__html: view.body(page)}} />
        </Card>
      ))}
    </html>
  )
}
`,
  wide: (mark) => `import type {PageView} from 'galley'

export default ({view, page}: PageView) => <p title={page.title}>{${mark}}{view.wordCount(page)} {JSON.stringify(page.params)}</p>
`,
  'partials/card': (mark) => `import type {Page, Questions} from 'galley'
import type {ComponentChildren} from 'preact'
import {Badge} from './badge.tsx'

interface Props {
  readonly view: Questions
  readonly page: Page
  readonly children?: ComponentChildren
}

export const Card = ({view, page, children}: Props) => (
  <li><a href={view.href(page)}>{page.title}</a>{${mark}}<Badge />{children}</li>
)
`,
  'partials/badge': (mark) => `export const Badge = () => <b>{${mark}}</b>
`,
  'partials/site-footer': (mark) => `export const SiteFooter = () => <footer>{${mark}}</footer>
`
}
