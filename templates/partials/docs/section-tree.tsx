import type {Questions, Section} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
  /** Route path of the page that shows the tree. */
  readonly path: string
  /** Name of a section; the tree is that of the outermost one around it. */
  readonly section: string
}

/** All pages of a documentation, by section. */
export function SectionTree({view, path, section}: Props): VNode | null {
  const root = view.section(section.split('/')[0] ?? '')
  if (root === undefined) return null
  return (
    <nav class="tree" aria-label={root.title}>
      <details>
        <summary>{root.title}</summary>
        <Branch view={view} path={path} section={root} />
      </details>
    </nav>
  )
}

interface BranchProps {
  readonly view: Questions
  readonly path: string
  readonly section: Section
}

/** The pages of a section, then the sections below it. */
function Branch({view, path, section}: BranchProps): VNode {
  const below = section.sections.flatMap((name) => view.section(name) ?? [])
  return (
    <ul>
      {view.pages({section: section.name}).map((page) => (
        <li key={page.path}>
          <TreeLink view={view} path={path} target={page} />
        </li>
      ))}
      {below.map((inner) => (
        <li key={inner.name} class="tree-section">
          <TreeLink view={view} path={path} target={inner} />
          <Branch view={view} path={path} section={inner} />
        </li>
      ))}
    </ul>
  )
}

interface LinkProps {
  readonly view: Questions
  readonly path: string
  readonly target: {readonly path: Section['path']; readonly title: string}
}

function TreeLink({view, path, target}: LinkProps): VNode {
  return (
    <a href={view.href(target)} aria-current={target.path === path ? 'page' : undefined}>
      {target.title}
    </a>
  )
}
