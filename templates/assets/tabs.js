// Shows one of several sections at a time. Groups with the same `data-sync` show the same label, also on the next page.

const storagePrefix = 'tabs:'

const groups = [...document.querySelectorAll('.text .tabs')].map((element, index) =>
  openGroup(element, index)
)

for (const {sync, select} of groups) {
  const label = sync && remembered(sync)
  if (label) select(label)
}
showTarget()
addEventListener('hashchange', showTarget)

function openGroup(element, index) {
  const {sync} = element.dataset
  const panels = [...element.children].filter((child) => child.matches('.tab'))
  const list = document.createElement('div')
  list.className = 'tab-list'
  list.setAttribute('role', 'tablist')
  const tabs = panels.map((panel, position) => {
    const tab = document.createElement('button')
    tab.type = 'button'
    tab.textContent = panel.dataset.label
    tab.id = `tab-${index}-${position}`
    panel.id ||= `tab-panel-${index}-${position}`
    tab.setAttribute('role', 'tab')
    tab.setAttribute('aria-controls', panel.id)
    panel.setAttribute('role', 'tabpanel')
    panel.setAttribute('aria-labelledby', tab.id)
    tab.addEventListener('click', () => choose(position))
    // The browser found what a reader searches for.
    panel.addEventListener('beforematch', () => choose(position))
    return tab
  })
  list.append(...tabs)
  list.addEventListener('keydown', move)
  element.prepend(list)
  element.dataset.ready = ''
  show(0)
  return {
    sync,
    panels,
    choose,
    select: (label) => show(panels.findIndex((panel) => panel.dataset.label === label))
  }

  function show(position) {
    if (!panels[position]) return
    for (const [at, tab] of tabs.entries()) {
      const isShown = at === position
      tab.setAttribute('aria-selected', String(isShown))
      tab.tabIndex = isShown ? 0 : -1
      if (isShown) panels[at].removeAttribute('hidden')
      else panels[at].setAttribute('hidden', 'until-found')
    }
  }

  /** Others of the same kind follow, without moving what the reader looks at. */
  function choose(position) {
    const before = list.getBoundingClientRect().top
    show(position)
    if (sync) {
      const {label} = panels[position].dataset
      for (const group of groups) if (group.sync === sync) group.select(label)
      remember(sync, label)
    }
    scrollBy({top: list.getBoundingClientRect().top - before, behavior: 'instant'})
  }

  function move(event) {
    const position = tabs.indexOf(event.target)
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
    const next = {
      [forward]: (position + 1) % tabs.length,
      [backward]: (position - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1
    }[event.key]
    if (position === -1 || next === undefined) return
    event.preventDefault()
    choose(next)
    tabs[next].focus()
  }
}

/** An address may lead to something in a tab that is not shown. */
function showTarget() {
  const target = document.querySelector(':target') ?? document.getElementById(location.hash.slice(1))
  if (!target?.closest('.tab[hidden]')) return
  for (const {panels, choose} of groups) {
    const position = panels.findIndex((panel) => panel.contains(target))
    if (position !== -1) choose(position)
  }
  target.scrollIntoView()
}

function remembered(sync) {
  try {
    return localStorage.getItem(storagePrefix + sync)
  } catch {
    // Some readers let no page remember anything.
    return undefined
  }
}

function remember(sync, label) {
  try {
    localStorage.setItem(storagePrefix + sync, label)
  } catch {
    // As above.
  }
}
