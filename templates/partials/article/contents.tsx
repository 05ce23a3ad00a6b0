import type {ContentsEntry, Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../phrases.ts'
import {Script} from '../script.tsx'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** A page's contents, where it has any: to be opened before the text, or beside it on wide screens. */
export function Contents({view, page}: Props): VNode | null {
  const entries = view.contents(page)
  if (entries.length === 0) return null
  const title = phrasesIn(view.site().language).contents
  return (
    <nav class="contents" aria-label={title}>
      <details>
        <summary>{title}</summary>
        <Entries entries={entries} />
      </details>
      <Script view={view} path="/assets/contents.js" />
    </nav>
  )
}

function Entries({entries}: {readonly entries: ReadonlyArray<ContentsEntry>}): VNode {
  return (
    <ul>
      {entries.map(({id, text, children}) => (
        <li key={id}>
          <a href={`#${id}`}>{text}</a>
          {children.length > 0 && <Entries entries={children} />}
        </li>
      ))}
    </ul>
  )
}
