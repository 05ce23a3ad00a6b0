import {hashData} from '#src/graph/hash.ts'
import {definePassingQuery, defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Drawing} from '#src/model/drawing.ts'
import type {Output} from '#src/model/output.ts'
import type {Route} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {toDrawing} from '#src/render/to-drawing.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import {writeAddresses} from '#src/routing/url-style.ts'
import {assetInput} from '../inputs.ts'
import {noteAddresses} from '../links/address-notes.ts'
import {page} from '../pages.ts'
import {questionsOf} from '../questions.ts'
import {ownBasePath, socialImagesRules, urlStyle} from '../settings.ts'
import {callTemplate} from '../templates.ts'

/** What the template `social-image` makes of an article; `undefined` when there is no such article, or the template failed. */
export const socialDrawing: Query<SourcePath, Drawing | undefined> = definePassingQuery(
  'socialDrawing',
  (context, source) => {
    const {read} = context
    const found = read(page, source)
    if (found === undefined) return undefined
    const view = {path: found.path, view: questionsOf({...context, notes: noteAddresses()}), page: found}
    const choice = {kind: 'social-image' as const, folder: found.section}
    const drawing = callTemplate(context, choice, view, ({render}, given) => toDrawing(render(given)))
    // What is painted no late stage sees.
    const style = {style: read(urlStyle, null), basePath: read(ownBasePath, null)}
    return drawing && (JSON.parse(writeAddresses(JSON.stringify(drawing), style)) as Drawing)
  },
  hashData
)

/** Files of fonts that the site has; the others are reported by `checkFonts`. */
export const socialFonts: Query<null, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'socialFonts',
  ({read}) => {
    const rules = read(socialImagesRules, null)
    return rules === false ? [] : rules.fonts.filter((font) => read(assetInput, font) !== undefined)
  }
)

/** The picture of an article, to be drawn. */
export function socialImage(
  {read}: QueryContext,
  {path, source}: Extract<Route, {kind: 'socialImage'}>
): Extract<Output, {readonly kind: 'drawing'}> | undefined {
  const drawing = read(socialDrawing, source)
  if (drawing === undefined) return undefined
  const fonts = read(socialFonts, null)
  const hash = hashData([drawing, fonts.map((font) => read(assetInput, font) ?? '')])
  return {kind: 'drawing', path: toOutputPath(path), drawing, fonts, hash}
}
