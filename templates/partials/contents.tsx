import type {Heading, Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from './phrases.ts'

/** Deeper headings make the contents longer without helping to choose. */
const contentsDepthMax = 3

/** With fewer headings a reader sees the whole article at a glance. */
const contentsHeadingsMin = 3

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** A page's contents as its author asked with `toc`; where nothing was asked, from three headings on. */
export function Contents({view, page}: Props): VNode | null {
  // An author who wrote `toc: false` must not make the page depend on its outline.
  if (page.toc === false) return null
  const outline = view.outline(page)
  // A title in the body would be the one entry that holds all others.
  const parts = page.isTitleInBody ? outline.slice(1) : outline
  const headings = parts.filter(({depth}) => depth <= contentsDepthMax)
  const headingsMin = page.toc === true ? 1 : contentsHeadingsMin
  if (headings.length < headingsMin) return null
  const title = phrasesIn(view.site().language).contents
  return (
    <nav class="contents" aria-label={title}>
      <p class="contents-title" aria-hidden="true">
        {title}
      </p>
      <Entries headings={headings} />
    </nav>
  )
}

/** One list of entries; headings deeper than the one before are its children, so that a skipped level nests once. */
function Entries({headings}: {readonly headings: ReadonlyArray<Heading>}): VNode {
  return (
    <ul>
      {branches(headings).map(({heading, below}) => (
        <li key={heading.id}>
          <a href={`#${heading.id}`}>{heading.text}</a>
          {below.length > 0 && <Entries headings={below} />}
        </li>
      ))}
    </ul>
  )
}

interface Branch {
  readonly heading: Heading
  readonly below: ReadonlyArray<Heading>
}

function branches(headings: ReadonlyArray<Heading>): ReadonlyArray<Branch> {
  const [heading, ...others] = headings
  if (heading === undefined) return []
  const end = others.findIndex(({depth}) => depth <= heading.depth)
  const below = end === -1 ? others : others.slice(0, end)
  return [{heading, below}, ...branches(others.slice(below.length))]
}
