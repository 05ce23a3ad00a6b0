import type {Problem} from '../problems.ts'
import {element, withCode} from './element.ts'
import {overlayStyle} from './overlay-style.ts'

/** What lies over the page: errors, and a mark of what readers do not see. */
export interface Overlay {
  /**
   * @param problems
   *   Differs from the last when there are others; empty when there are none.
   * @param unpublished
   *   Why readers do not see the page.
   */
  readonly show: (problems: string, unpublished: string | undefined) => Promise<void>
}

/** An overlay that is not there until there is something to show. It is apart from the page, whose styles do not reach it. */
export function openOverlay(token: string): Overlay {
  const host = document.createElement('galley-dev')
  const root = host.attachShadow({mode: 'open'})
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(overlayStyle)
  root.adoptedStyleSheets = [sheet]
  let known = ''
  let problems: ReadonlyArray<Problem> = []
  let isOpen = false
  let mark: string | undefined
  addEventListener('keydown', ({key}) => {
    if (key === 'Escape' && isOpen) setOpen(false)
  })
  return {
    async show(key, unpublished) {
      if (key === known && unpublished === mark) return
      if (key !== known) {
        problems = key === '' ? [] : await fetchProblems(token)
        isOpen = problems.some(({severity}) => severity === 'error')
      }
      known = key
      mark = unpublished
      draw()
    }
  }

  function setOpen(wanted: boolean): void {
    isOpen = wanted
    draw()
  }

  function draw(): void {
    const parts = [...(isOpen ? [panel(problems, () => setOpen(false))] : []), ...badge()]
    root.replaceChildren(...parts)
    if (parts.length === 0) host.remove()
    else if (!host.isConnected) document.documentElement.append(host)
  }

  function badge(): ReadonlyArray<HTMLElement> {
    const state = mark === undefined ? undefined : marks[mark]
    const count = problems.length
    const open = element('button', 'problems', [count === 1 ? '1 problem' : `${count} problems`])
    open.addEventListener('click', () => setOpen(!isOpen))
    const parts = [
      ...(state === undefined ? [] : [element('span', 'mark', [state])]),
      ...(count === 0 ? [] : [open])
    ]
    return parts.length === 0 ? [] : [element('aside', 'badge', parts)]
  }
}

const marks: Readonly<Record<string, string>> = {
  draft: 'Draft',
  future: 'Not published yet',
  expired: 'Expired'
}

async function fetchProblems(token: string): Promise<ReadonlyArray<Problem>> {
  const query = new URLSearchParams({token, page: decodeURIComponent(location.pathname)})
  return (await fetch(`/@galley/problems.json?${query}`)).json()
}

function panel(problems: ReadonlyArray<Problem>, onClose: () => void): HTMLElement {
  const close = element('button', 'close', ['Close'])
  close.addEventListener('click', onClose)
  const title = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const head = element('header', '', [element('h2', '', [title]), close])
  const list = element('ol', '', problems.map(item))
  const box = element('section', 'panel', [head, list])
  box.setAttribute('role', 'alert')
  return box
}

/** All is set as text: what authors wrote is never read as HTML. */
function item({severity, code, reason, location: place, frame, hint, editor}: Problem): HTMLElement {
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
