import type {QueryContext} from '#src/graph/query.ts'
import type {Route} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {renderLlms} from '#src/render/render-llms.ts'
import {renderMarkdown} from '#src/render/render-markdown.ts'
import {toPermalink} from '#src/routing/href.ts'
import {pages} from '../listings/listings.ts'
import {section} from '../listings/sections.ts'
import {page} from '../pages.ts'
import {sections} from '../publishing.ts'
import {baseUrl, siteView} from '../settings.ts'
import {absoluteMarkdown} from '../text.ts'
import {llmsEntry} from './markdown.ts'

/** A page as Markdown; `undefined` when there is no such page. */
export function markdownText({read}: QueryContext, source: SourcePath): string | undefined {
  const found = read(page, source)
  if (found === undefined) return undefined
  const {title, description, date, path} = found
  return renderMarkdown({
    title,
    ...(description === undefined ? {} : {description}),
    ...(date === undefined ? {} : {date}),
    permalink: toPermalink(path, read(baseUrl, null)),
    text: read(absoluteMarkdown, source)
  })
}

/** The list of all Markdown, or all of it. */
export function llmsText(context: QueryContext, {brings}: Extract<Route, {kind: 'llms'}>): string {
  const {read} = context
  const listed = [...read(sections, null)].map((name) => ({name, sources: read(pages, {section: name})}))
  if (brings === 'all') {
    const texts = listed.flatMap(({sources}) => sources.map((source) => markdownText(context, source) ?? ''))
    return texts.join('\n')
  }
  const {title, description} = read(siteView, null)
  return renderLlms({
    title,
    description,
    sections: listed.map(({name, sources}) => ({
      title: read(section, name)?.title ?? name,
      entries: sources.flatMap((source) => read(llmsEntry, source) ?? [])
    }))
  })
}
