import type {PageReport} from '../page-report.ts'
import type {Problem} from '../problems.ts'
import {element} from './element.ts'
import {problemCount} from './problem-item.ts'
import {shadowHost} from './shadow-host.ts'
import {toolbarPanel} from './toolbar-panel.ts'
import {toolbarStyle} from './toolbar-style.ts'

/** A button at the corner of the page, behind which stands what the page is made of. */
export interface Toolbar {
  /** Tell how many problems there are now; what is open is told anew. */
  readonly show: (problems: ReadonlyArray<Problem>) => Promise<void>
}

/** Put a toolbar over the page. Nothing is asked of the server until it is opened. */
export function openToolbar(token: string): Toolbar {
  const {host, root} = shadowHost('galley-toolbar', toolbarStyle)
  const button = element('button', 'opener', [])
  button.setAttribute('aria-controls', 'panel')
  const panel = element('section', 'panel', [])
  panel.id = 'panel'
  // Whoever uses the keyboard has to reach what is scrolled.
  panel.tabIndex = 0
  panel.setAttribute('aria-label', name)
  const bar = element('aside', '', [button, panel])
  bar.setAttribute('aria-label', 'Galley')
  root.append(bar)
  let asked = 0
  button.addEventListener('click', () => (panel.hidden ? open() : close()))
  root.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && !panel.hidden) close()
  })
  count([])
  setOpen(false)
  document.documentElement.append(host)
  return {
    async show(problems) {
      count(problems)
      if (!panel.hidden) await fill()
    }
  }

  function open(): void {
    fill().then(() => setOpen(true), close)
  }

  function close(): void {
    setOpen(false)
    button.focus()
  }

  function setOpen(wanted: boolean): void {
    panel.hidden = !wanted
    button.setAttribute('aria-expanded', String(wanted))
  }

  function count(problems: ReadonlyArray<Problem>): void {
    const isBroken = problems.some(({severity}) => severity === 'error')
    const label = problems.length === 0 ? name : `${name}: ${problemCount(problems.length)}`
    button.className = `opener ${problems.length === 0 ? '' : isBroken ? 'error' : 'warning'}`
    button.textContent = problems.length === 0 ? sign : String(problems.length)
    button.setAttribute('aria-label', label)
    button.title = label
  }

  async function fill(): Promise<void> {
    asked++
    const number = asked
    const report = await fetchReport(token)
    // Of two answers the later one may come first.
    if (number !== asked) return
    const hadFocus = root.activeElement !== null && panel.contains(root.activeElement)
    const isUnfolded = panel.querySelector('details')?.open === true
    panel.replaceChildren(...toolbarPanel(report, {isUnfolded, onClose: close}))
    if (hadFocus) panel.focus()
  }
}

const name = 'About this page'

/** A printer's mark. */
const sign = '¶'

async function fetchReport(token: string): Promise<PageReport> {
  const query = new URLSearchParams({token, page: decodeURIComponent(location.pathname)})
  return (await fetch(`/@galley/page.json?${query}`)).json()
}
