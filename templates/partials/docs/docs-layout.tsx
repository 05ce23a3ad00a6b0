import type {Questions} from 'galley'
import type {ComponentChildren, VNode} from 'preact'
import type {Metadata} from '../head/metadata.ts'
import {Shell} from '../shell.tsx'
import {Title} from '../title.tsx'
import {Breadcrumbs} from './breadcrumbs.tsx'
import {SectionTree} from './section-tree.tsx'

interface Props {
  readonly view: Questions
  readonly path: string
  readonly metadata: Metadata
  /** Name of the section that is shown in the tree. */
  readonly section: string
  /** Name of the innermost section around the page. */
  readonly around: string
  /** `undefined` where the text begins with its title. */
  readonly titled: {readonly title: string; readonly description?: string} | undefined
  /** Stands below the text. */
  readonly footer: ComponentChildren
  readonly children: ComponentChildren
}

/** A page of a documentation: all the others of it at one side, where it is above its title. */
export function DocsLayout({view, path, metadata, section, around, titled, footer, children}: Props): VNode {
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <div class="columns">
        <SectionTree view={view} path={path} section={section} />
        <article>
          <header class="article-header">
            <Breadcrumbs view={view} section={around} />
            {titled !== undefined && <Title title={titled.title} description={titled.description} />}
          </header>
          {children}
        </article>
        {footer}
      </div>
    </Shell>
  )
}
