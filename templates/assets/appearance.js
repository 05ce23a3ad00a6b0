// Light or dark as the reader has chosen; what the system says is not remembered. It stands in the head, so that no page flashes in the
// colors that were not chosen.

const root = document.documentElement
const dark = matchMedia('(prefers-color-scheme: dark)')
const key = 'appearance'

const isDark = () => (root.dataset.appearance ?? (dark.matches ? 'dark' : 'light')) === 'dark'

/** A browser may refuse to remember anything. */
function remember(appearance) {
  try {
    if (appearance) localStorage.setItem(key, appearance)
    else localStorage.removeItem(key)
  } catch {}
}

function recall() {
  try {
    const appearance = localStorage.getItem(key)
    if (appearance === 'light' || appearance === 'dark') root.dataset.appearance = appearance
    else delete root.dataset.appearance
  } catch {}
}

recall()

document.addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector('.appearance-switch')
  if (!button) return
  const show = () => button.setAttribute('aria-pressed', String(isDark()))
  show()
  button.hidden = false
  button.addEventListener('click', () => {
    const appearance = isDark() ? 'light' : 'dark'
    const isOfSystem = (appearance === 'dark') === dark.matches
    if (isOfSystem) delete root.dataset.appearance
    else root.dataset.appearance = appearance
    remember(root.dataset.appearance)
    show()
    root.dispatchEvent(new Event('appearancechange', {bubbles: true}))
  })
  dark.addEventListener('change', show)
  // Another tab of the same site.
  addEventListener('storage', (event) => {
    if (event.key !== key) return
    recall()
    show()
  })
})
