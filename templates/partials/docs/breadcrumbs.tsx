import type {Questions} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../phrases.ts'

interface Props {
  readonly view: Questions
  /** Name of the innermost section that is shown; nothing for the root. */
  readonly section: string
}

/** Links to the sections around a page, outermost first. */
export function Breadcrumbs({view, section}: Props): VNode | null {
  const around = sectionsAround(section).flatMap((name) => view.section(name) ?? [])
  if (around.length === 0) return null
  return (
    <nav class="breadcrumbs" aria-label={phrasesIn(view.site().language).breadcrumbs}>
      <ol>
        {around.map(({name, path, title}) => (
          <li key={name}>
            <a href={view.href(path)}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Names of a section and of those around it, outermost first: `docs/guides` lies in `docs`. */
export function sectionsAround(section: string): ReadonlyArray<string> {
  if (section === '') return []
  const folders = section.split('/')
  return folders.map((_, index) => folders.slice(0, index + 1).join('/'))
}
