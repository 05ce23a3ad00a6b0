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
  /** Characters that stand in it because what is inside is shown more than once. */
  readonly repeatedLength: number
}

/** What is put into a component. */
export interface ComponentContent {
  readonly children: Html
  /** Characters that may stand in its HTML because the children are shown more than once. */
  readonly repeatedMax: number
}

/**
 * The HTML of a component with what an author wrote inside of it. It is rendered as a component of Preact, so that it may use hooks
 * and context. Throws what the component throws, and when it is asynchronous.
 *
 * @param props
 *   All but the children.
 * @returns
 *   `undefined` when the children would come to more than they may.
 */
export function renderComponent(
  component: (props: never) => VNode,
  props: object,
  {children, repeatedMax}: ComponentContent
): ComponentHtml | undefined {
  const marker = markerFor(props)
  const slot = children.trim() === '' ? undefined : h(Fragment, null, marker)
  const html = renderMarkup(
    h(() => {
      const answer: unknown = component({...props, children: slot} as never)
      refuseNothing(component, answer)
      return answer as VNode | null
    }, null)
  )
  const timesShown = html.split(marker).length - 1
  const repeatedLength = Math.max(0, timesShown - 1) * children.length
  // Before they are put in: such components in each other make a power of two of them.
  if (repeatedLength > repeatedMax) return undefined
  return {
    html: html.replaceAll(marker, () => children) as Html,
    own: html.replaceAll(marker, hole),
    repeatedLength
  }
}

/** Throws where a component has answered with nothing by mistake: a promise, for which nobody waits, or `undefined` where its braces have no `return`. */
function refuseNothing(component: (props: never) => VNode, answer: unknown): void {
  if (answer instanceof Promise) {
    // Its failure would end the process.
    answer.catch(() => undefined)
    throw new Error('it is asynchronous')
  }
  if (answer !== undefined) return
  const code = String(component)
  // One that returns at times is right, and so is `({x}) => x && <b />`.
  if (code.endsWith('}') && !/\breturn\b/.test(code))
    throw new Error('it returned nothing; is `return` missing?')
}

function markerFor(props: object): string {
  const texts = Object.values(props).filter((value) => typeof value === 'string')
  let marker = markerPart
  while (texts.some((text) => text.includes(marker))) marker += markerPart
  return marker
}
