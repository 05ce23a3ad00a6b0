import type {Problem} from '../problems.ts'
import {element} from './element.ts'
import {overlayStyle} from './overlay-style.ts'
import {problemCount, problemItem} from './problem-item.ts'
import {shadowHost} from './shadow-host.ts'

/** What lies over the page: errors, and a mark of what readers do not see. */
export interface Overlay {
  /**
   * @param problems
   *   Differs from the last when there are others; empty when there are none.
   * @param unpublished
   *   Why readers do not see the page.
   * @returns
   *   The problems that there are.
   */
  readonly show: (problems: string, unpublished: string | undefined) => Promise<ReadonlyArray<Problem>>
}

/** What an overlay is opened with. */
export interface OverlayOptions {
  readonly token: string
  /** Whether there is a toolbar, which counts the problems itself. */
  readonly hasToolbar: boolean
}

/** An overlay that is not there until there is something to show. It is apart from the page, whose styles do not reach it. */
export function openOverlay({token, hasToolbar}: OverlayOptions): Overlay {
  const {host, root} = shadowHost('galley-dev', overlayStyle)
  host.classList.toggle('beside-toolbar', hasToolbar)
  let known = ''
  let problems: ReadonlyArray<Problem> = []
  let isOpen = false
  let mark: string | undefined
  addEventListener('keydown', ({key}) => {
    if (key === 'Escape' && isOpen) setOpen(false)
  })
  return {
    async show(key, unpublished) {
      if (key === known && unpublished === mark) return problems
      if (key !== known) {
        problems = key === '' ? [] : await fetchProblems(token)
        isOpen = problems.some(({severity}) => severity === 'error')
      }
      known = key
      mark = unpublished
      draw()
      return problems
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
    const open = element('button', 'problems', [problemCount(count)])
    open.addEventListener('click', () => setOpen(!isOpen))
    const parts = [
      ...(state === undefined ? [] : [element('span', 'mark', [state])]),
      ...(count === 0 || hasToolbar ? [] : [open])
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
  const head = element('header', '', [element('h2', '', [problemCount(problems.length)]), close])
  const list = element('ol', '', problems.map(problemItem))
  const box = element('section', 'panel', [head, list])
  box.setAttribute('role', 'alert')
  return box
}
