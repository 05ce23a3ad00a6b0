import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** The page in other languages, for search engines, which take whole addresses alone. They want each page to name itself too, in the language of the site unless it says so. */
export function Translations({view, page}: Props): VNode | null {
  const {translations} = page
  if (translations === undefined || !view.site().isAddressKnown) return null
  const all = Object.entries({[view.site().language]: page.path, ...translations})
  return (
    <>
      {all.map(([language, target]) => (
        <link key={language} rel="alternate" hreflang={language} href={view.permalink(target)} />
      ))}
    </>
  )
}
