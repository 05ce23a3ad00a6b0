import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
  readonly page: Page
  /** In the order in which they are shown. */
  readonly taxonomies: ReadonlyArray<string>
}

/** Links to the terms that a page names in some taxonomies, below their titles; nothing when it names none. */
export function Terms({view, page, taxonomies}: Props): VNode | null {
  const named = taxonomies
    .map((taxonomy) => ({taxonomy, terms: view.termsOf(page, taxonomy)}))
    .filter(({terms}) => terms.length > 0)
  if (named.length === 0) return null
  return (
    <footer class="terms">
      {named.map(({taxonomy, terms}) => (
        <div key={taxonomy}>
          <p>{view.taxonomyTitle(taxonomy)}</p>
          <ul>
            {terms.map((term) => (
              <li key={term.slug}>
                <a href={view.href(term)} rel="tag">
                  {term.name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </footer>
  )
}
