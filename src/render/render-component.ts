import {Fragment, h, type VNode} from 'preact'
import type {Html} from '#src/model/view.ts'
import {hole} from './inspect-html.ts'
import {renderMarkup} from './render-markup.ts'

/**
 * Finished HTML cannot stand among elements without one around it: one or more of these stand for it, and are replaced in what was
 * rendered. HTML forbids noncharacters, so that hardly any text has them.
 */
const markerPart = '\uFDD0'

/** What a component made. */
export interface ComponentHtml {
  /** With what an author wrote inside of it. */
  readonly html: Html
  /** With holes where that stands: what is in it was looked at before, and components may stand in each other. */
  readonly own: string
}

/**
 * The HTML of a component with what an author wrote inside of it. It is rendered as a component of Preact, so that it may use hooks
 * and context. Throws what the component throws, and when it is asynchronous.
 *
 * @param props
 *   All but the children.
 */
export function renderComponent(
  component: (props: never) => VNode,
  props: object,
  children: Html
): ComponentHtml {
  const marker = markerFor(props)
  const slot = children.trim() === '' ? undefined : h(Fragment, null, marker)
  const html = renderMarkup(
    h(() => {
      const answer: unknown = component({...props, children: slot} as never)
      if (!(answer instanceof Promise)) return answer as VNode | null
      // Nobody waits for it, so that its failure would end the process.
      answer.catch(() => undefined)
      throw new Error('it is asynchronous')
    }, null)
  )
  return {html: html.replaceAll(marker, () => children) as Html, own: html.replaceAll(marker, hole)}
}

function markerFor(props: object): string {
  const texts = Object.values(props).filter((value) => typeof value === 'string')
  let marker = markerPart
  while (texts.some((text) => text.includes(marker))) marker += markerPart
  return marker
}
