import type {Heading} from '#src/model/document.ts'
import type {Page} from '#src/model/page.ts'
import type {ContentsConfig} from '#src/model/site-config.ts'
import type {ContentsEntry} from '#src/model/view.ts'

/** What of a page its contents depend on. */
export type ContentsSubject = Pick<Page, 'isTitleInBody' | 'toc'>

/**
 * The contents of a page: its headings of the levels that the site shows, each with those below it. None where the author wants
 * none, and where there are so few headings that a reader sees the whole at a glance, unless the author wants them.
 */
export function contentsOf(
  outline: ReadonlyArray<Heading>,
  {toc, isTitleInBody}: ContentsSubject,
  {from, to, minHeadings}: ContentsConfig
): ReadonlyArray<ContentsEntry> {
  if (toc === false) return []
  // A title in the body would be the one entry that holds all others.
  const parts = isTitleInBody ? outline.slice(1) : outline
  const headings = parts.filter(({depth}) => depth >= from && depth <= to)
  return headings.length < (toc === true ? 1 : minHeadings) ? [] : nest(headings)
}

/** Headings deeper than the one before are its children, so that a skipped level nests once. */
function nest(headings: ReadonlyArray<Heading>): ReadonlyArray<ContentsEntry> {
  const [heading, ...others] = headings
  if (heading === undefined) return []
  const end = others.findIndex(({depth}) => depth <= heading.depth)
  const below = end === -1 ? others : others.slice(0, end)
  return [{...heading, children: nest(below)}, ...nest(others.slice(below.length))]
}
