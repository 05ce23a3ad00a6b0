// Light or dark as the reader has chosen; what the system says is not remembered. It stands in the head, so that no page flashes in the
// colors that were not chosen.

const root = document.documentElement
const dark = matchMedia('(prefers-color-scheme: dark)')
const key = 'appearance'

const isDark = () => (root.dataset.appearance ?? (dark.matches ? 'dark' : 'light')) === 'dark'

/** Take on an appearance, or that of the system. */
function apply(appearance) {
  if (appearance) root.dataset.appearance = appearance
  else delete root.dataset.appearance
}

/** A browser may refuse to remember anything. */
function remember(appearance) {
  try {
    if (appearance) localStorage.setItem(key, appearance)
    else localStorage.removeItem(key)
  } catch {}
}

/** What is remembered may be anything. */
function recall() {
  try {
    const appearance = localStorage.getItem(key)
    apply(appearance === 'light' || appearance === 'dark' ? appearance : undefined)
  } catch {}
}

recall()

document.addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector('.appearance-switch')
  if (!button) return
  const show = () => button.setAttribute('aria-pressed', String(isDark()))
  /** Also for what draws in colors of its own, as diagrams do. */
  const tell = () => {
    show()
    root.dispatchEvent(new Event('appearancechange', {bubbles: true}))
  }
  show()
  button.hidden = false
  button.addEventListener('click', () => {
    const appearance = isDark() ? 'light' : 'dark'
    const isOfSystem = (appearance === 'dark') === dark.matches
    apply(isOfSystem ? undefined : appearance)
    remember(root.dataset.appearance)
    tell()
  })
  dark.addEventListener('change', show)
  // Another tab of the same site.
  addEventListener('storage', (event) => {
    if (event.key !== key) return
    recall()
    tell()
  })
})
