import type {JSX} from 'preact'
import {renderToStaticMarkup} from 'preact-render-to-string'

/** The HTML document that a template makes of a view. Throws what the template throws. */
export function renderHtml<View>(render: (view: View) => JSX.Element, view: View): string {
  return `<!doctype html>\n${renderToStaticMarkup(render(view))}\n`
}
