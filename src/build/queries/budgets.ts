import {Buffer} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {fillSlots, partsOfSlot} from '#src/model/link-slot.ts'
import {pageKinds, type Route, type RoutePath} from '#src/model/route.ts'
import {findPageFiles, type PageFiles} from '#src/render/find-page-files.ts'
import {toHref} from '#src/routing/href.ts'
import {decodeAddress} from '#src/routing/route-path.ts'
import {withoutMarks} from '#src/routing/url-style.ts'
import {largeFiles, largePage} from '#src/site/messages.ts'
import {namedText, slotFiller} from './bundled-files.ts'
import {hasPageBudgets, pageBudgetIn} from './check-settings.ts'
import {assetLengthInput, configFileInput, onDemandInput} from './inputs.ts'
import {output} from './output.ts'
import {page} from './pages.ts'
import {rendered} from './rendered.ts'
import {baseUrl, ownBasePath} from './settings.ts'
import {routeAt, routes} from './site-routes.ts'

/** What a page weighs, and what it loads, by addresses of the site. */
export interface PageWeight extends PageFiles {
  /** Bytes of its HTML. */
  readonly html: number
}

/** Pages that have budgets; none where there are no budgets. What is rendered when it is asked for, no answer can be about all of. */
export const weighedPages: Query<null, ReadonlyArray<RoutePath>> = defineStoredQuery(
  'weighedPages',
  ({read}) => {
    if (!read(hasPageBudgets, null) || read(onDemandInput, null) === true) return []
    return read(routes, null).flatMap(({kind, path}) => (pageKinds.has(kind) ? [path] : []))
  }
)

/** What a page weighs; `undefined` where it cannot be rendered. To be asked for when the page has just been rendered: then that is not done again. */
export const pageWeight: Query<RoutePath, PageWeight | undefined> = defineStoredQuery(
  'pageWeight',
  ({read}, path) => {
    const made = read(rendered, path)
    if (made?.kind !== 'text') return undefined
    const base = read(ownBasePath, null)
    const from = new URL(toHref(path, base), withoutMarks(read(baseUrl, null)))
    const {styles, scripts} = findPageFiles(made.text)
    return {
      html: Buffer.byteLength(fillSlots(made.text, slotFiller({read}))),
      styles: styles.flatMap(inSite),
      scripts: scripts.flatMap(inSite)
    }

    function inSite(address: string): ReadonlyArray<string> {
      const url = URL.canParse(address, from) ? new URL(address, from) : undefined
      const isOwn = url?.origin === from.origin && url.pathname.startsWith(base)
      return isOwn ? [decodeAddress(`/${url.pathname.slice(base.length)}`)] : []
    }
  }
)

/** Bytes of a file of the site by its address; 0 where there is none. */
export const fileLength: Query<string, number> = defineStoredQuery('fileLength', ({read}, path) => {
  const parts = partsOfSlot(path)
  if (parts !== undefined) return Buffer.byteLength(read(namedText, parts))
  const route = read(routeAt, path)
  if (route?.kind === 'asset') return read(assetLengthInput, route.source) ?? 0
  const made = route === undefined ? undefined : read(output, route.path)
  return made?.kind === 'text' ? Buffer.byteLength(made.text) : 0
})

/** Reports pages that weigh more than those of their section may, and what several of them load, once for all of these. */
export const checkBudgets: Query<null, null> = defineStoredQuery('checkBudgets', ({read, report}) => {
  const told = new Set<string>()
  for (const path of read(weighedPages, null)) {
    const weight = read(pageWeight, path)
    const route = read(routeAt, path)
    if (weight === undefined || route === undefined) continue
    const budget = read(pageBudgetIn, sectionOf(read, route))
    const file = ('source' in route ? route.source : undefined) ?? read(configFileInput, null) ?? ''
    if (weight.html > (budget.html ?? Number.POSITIVE_INFINITY)) {
      report([largePage(file, path, weight.html, budget.html ?? 0)])
    }
    report([...excess('css', weight.styles, budget.css), ...excess('script', weight.scripts, budget.script)])

    function excess(
      kind: 'css' | 'script',
      files: ReadonlyArray<string>,
      max: number | undefined
    ): ReadonlyArray<Diagnostic> {
      const length = files.reduce((sum, one) => sum + read(fileLength, one), 0)
      const key = JSON.stringify([kind, files, max])
      if (max === undefined || length <= max || told.has(key)) return []
      told.add(key)
      const named = files.map((one) => fillSlots(one, slotFiller({read})))
      return [largeFiles(kind, {file, path, files: named}, length, max)]
    }
  }
  return null
})

/** Section whose budgets are for a page. */
function sectionOf(read: QueryContext['read'], route: Route): string {
  if (route.kind === 'page') return read(page, route.source)?.section ?? ''
  return 'section' in route ? route.section : ''
}
