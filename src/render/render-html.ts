import {h, type JSX} from 'preact'
import {renderMarkup} from './render-markup.ts'

/**
 * The HTML document that a template makes of a view. The template is rendered as a component, so that it may use hooks and
 * context. Throws what the template throws, and `NothingRenderedError`.
 */
export function renderHtml<View extends object>(template: (view: View) => JSX.Element, view: View): string {
  const html = renderMarkup(
    h((given: View) => {
      const answer: unknown = template(given)
      // Nobody waits for it, so that its failure would end the process.
      if (answer instanceof Promise) answer.catch(() => undefined)
      return answer instanceof Promise ? null : (answer as JSX.Element)
    }, view)
  )
  if (html === '') throw new NothingRenderedError()
  return `<!doctype html>\n${html}\n`
}

/** A template of which no element came: an empty page is never meant. */
export class NothingRenderedError extends Error {
  override readonly name = 'NothingRenderedError'

  constructor() {
    super('it returned nothing; is it asynchronous, or is `return` missing?')
  }
}
