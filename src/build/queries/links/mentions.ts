import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {Fragment} from '#src/model/fragment.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import type {SourcePath} from '#src/model/source.ts'
import {referenceTargets} from '#src/routing/resolve-reference.ts'
import {fileReference, referencesIn} from '#src/site/file-reference.ts'
import {sectionLineage} from '#src/site/section-lineage.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {frontMatter} from '../defaults.ts'
import {textsInput} from '../inputs.ts'
import {leftOut} from '../publishing.ts'
import {basePath} from '../settings.ts'
import {originOf} from './references.ts'

/** What texts need of a site. */
export interface Mentions {
  /** Files as references name them, whether or not they are there. */
  readonly files: ReadonlyArray<SourcePath>
  /** Names of templates and of folders of templates: layouts, sections, kinds, and components with their folder. */
  readonly templates: ReadonlyArray<string>
}

/** What a text needs of the site, also when it is not published. */
export const mentions: Query<SourcePath, Mentions> = defineStoredQuery('mentions', (context, source) => {
  const {read} = context
  const files = new Set<SourcePath>()
  const templates = new Set<string>()
  const origin = originOf(context, source, basePath)
  const body = read(textsInput, source)?.body
  if (body !== undefined) collect(body)
  const fields: Partial<FrontMatter> = read(frontMatter, source)?.frontMatter ?? {}
  for (const [, written] of referencesIn(fields)) files.add(fileReference(written, source) as SourcePath)
  const folders = sectionLineage(sourceNameOf(source).folders.join('/')).filter((folder) => folder !== '')
  for (const layout of [fields.layout ?? [], folders, 'article', 'page'].flat()) templates.add(layout)
  return {files: [...files], templates: [...templates]}

  function collect({slots}: Fragment): void {
    for (const slot of slots) {
      if ('component' in slot) {
        templates.add(`components/${slot.component}`)
        for (const {value} of slot.attributes) add(value)
        collect(slot.children)
      } else if ('reference' in slot) add(slot.reference)
    }
  }

  function add(reference: string): void {
    const {sources = [], routes = []} = referenceTargets(reference, origin) ?? {}
    for (const file of sources) files.add(file)
    for (const path of routes) files.add(`public${path}` as SourcePath)
  }
})

/** What those texts need that the site does not show yet, or no longer. */
export const hiddenMentions: Query<null, Mentions> = defineStoredQuery('hiddenMentions', ({read}) => {
  const all = read(leftOut, null).map((source) => read(mentions, source))
  return {
    files: [...new Set(all.flatMap(({files}) => files))],
    templates: [...new Set(all.flatMap(({templates}) => templates))]
  }
})
