import type {Questions} from 'galley'
import type {VNode} from 'preact'
import {Icon} from './icon.tsx'
import {IconButton} from './icon-button.tsx'
import {phrasesIn} from './phrases.ts'
import {Script} from './script.tsx'

interface Props {
  readonly view: Questions
}

/** Taxonomies that what was found can be narrowed by. */
const filters = ['categories', 'tags']

/** Opens the search; shown by the script alone, without which there is none. */
export function SearchButton({view}: Props): VNode | null {
  const {language, search} = view.site()
  if (!search) return null
  const label = phrasesIn(language).search
  return (
    <IconButton
      class="search-button"
      label={label}
      title={`${label} (Ctrl K)`}
      aria-keyshortcuts="Control+K Meta+K /"
      aria-haspopup="dialog"
      hidden
    >
      <Icon>
        <circle cx="10.5" cy="10.5" r="6.5" />
        <path d="m15.5 15.5 5 5" stroke-linecap="round" />
      </Icon>
    </IconButton>
  )
}

/** What the script makes the search of. All that it loads is loaded when it is opened first. */
export function Search({view}: Props): VNode | null {
  const {environment, language, search} = view.site()
  if (!search) return null
  const {searchHint, closeSearch, searchCount, nothingFound, ...phrases} = phrasesIn(language)
  return (
    <>
      <template class="search-template">
        <dialog
          class="search"
          aria-label={phrases.search}
          data-index={view.href('/pagefind/pagefind.js')}
          data-style={view.href('/assets/search.css')}
          data-count={searchCount('#')}
          data-nothing={nothingFound}
          data-failed={environment === 'development' ? phrases.searchInBuild : phrases.searchFailed}
        >
          <form method="dialog">
            <input
              type="search"
              aria-label={phrases.search}
              placeholder={searchHint}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              enterkeyhint="go"
            />
            <button type="submit" class="visually-hidden" tabIndex={-1}>
              {phrases.search}
            </button>
            <IconButton class="search-close" label={closeSearch}>
              <Icon>
                <path d="m6 6 12 12M18 6 6 18" stroke-linecap="round" />
              </Icon>
            </IconButton>
          </form>
          {filters.map((taxonomy) => (
            <fieldset key={taxonomy} data-filter={taxonomy} hidden>
              <legend>{view.taxonomyTitle(taxonomy)}</legend>
            </fieldset>
          ))}
          <p role="status" />
          <div class="search-results" />
        </dialog>
      </template>
      <Script view={view} path="/assets/search.js" />
    </>
  )
}
