import type {Questions, Section} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../phrases.ts'
import {LinkList} from './link-list.tsx'

interface Props {
  readonly view: Questions
  readonly section: Section
}

/** The sections directly below a section; nothing when there are none. */
export function SectionList({view, section}: Props): VNode | null {
  const sections = section.sections.flatMap((name) => view.section(name) ?? [])
  if (sections.length === 0) return null
  return (
    <nav class="section-list" aria-label={phrasesIn(view.site().language).sections}>
      <LinkList view={view} targets={sections} />
    </nav>
  )
}
