import type {Heading} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly outline: ReadonlyArray<Heading>
}

/** Links to an article's headings of the second and third level, nested. */
export function Contents({outline}: Props): VNode {
  return (
    <nav class="contents">
      <Entries headings={outline.filter(({depth}) => depth === 2 || depth === 3)} />
    </nav>
  )
}

function Entries({headings}: {readonly headings: ReadonlyArray<Heading>}): VNode {
  return (
    <ul>
      {branches(headings).map(([heading, ...below]) => (
        <li key={heading.id}>
          <a href={`#${heading.id}`}>{heading.text}</a>
          {below.length > 0 && <Entries headings={below} />}
        </li>
      ))}
    </ul>
  )
}

/** Each heading with the deeper ones that follow it. */
function branches(headings: ReadonlyArray<Heading>): ReadonlyArray<[Heading, ...Array<Heading>]> {
  const all: Array<[Heading, ...Array<Heading>]> = []
  for (const heading of headings) {
    const last = all.at(-1)
    if (last === undefined || heading.depth <= last[0].depth) all.push([heading])
    else last.push(heading)
  }
  return all
}
