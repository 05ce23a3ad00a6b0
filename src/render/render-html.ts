import {h, type JSX} from 'preact'
import {renderToStaticMarkup} from 'preact-render-to-string'

/**
 * The HTML document that a template makes of a view. The template is rendered as a component, so that it may use hooks and
 * context. Throws what the template throws.
 */
export function renderHtml<View extends object>(template: (view: View) => JSX.Element, view: View): string {
  return `<!doctype html>\n${renderToStaticMarkup(h(template, view))}\n`
}
