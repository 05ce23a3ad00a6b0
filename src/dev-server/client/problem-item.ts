import type {Problem} from '../problems.ts'
import {element, withCode} from './element.ts'

/** A problem in a list. All is set as text: what authors wrote is never read as HTML. */
export function problemItem({
  severity,
  code,
  reason,
  location: place,
  frame,
  hint,
  editor
}: Problem): HTMLElement {
  const link = element('a', 'place', [place])
  link.setAttribute('href', editor)
  const lines = frame.map(({kind, text}) => element('span', kind, [`${text}\n`]))
  return element('li', severity, [
    element('p', 'head', [link, ' ', element('span', 'code', [code])]),
    element('p', 'reason', withCode(reason)),
    ...(lines.length === 0 ? [] : [element('pre', '', lines)]),
    ...(hint === undefined ? [] : [element('p', 'hint', withCode(hint))])
  ])
}

/** How many there are, in words. */
export function problemCount(count: number): string {
  return count === 1 ? '1 problem' : `${count} problems`
}
