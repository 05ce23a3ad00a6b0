// The search: a field, filters, and what was found as links.

import {showResults} from './search-results.js'

/** Pages shown at most. */
const shownMax = 30

/** Terms shown of each taxonomy at most, those with the most pages. */
const termsMax = 8

/** So long nobody may type before it is searched, in milliseconds. */
const quiet = 150

const dialog = document.querySelector('.search-template').content.querySelector('dialog').cloneNode(true)
const input = dialog.querySelector('input')
const status = dialog.querySelector('[role=status]')
const results = dialog.querySelector('.search-results')
const groups = [...dialog.querySelectorAll('fieldset')]

let ready
let index
/** What is asked for now: the answer to another question is out of date. */
let question = 0
let timer

/** Style sheet and index; tried again at the next opening where it failed. */
function load() {
  ready ??= Promise.all([loadStyle(), loadIndex()]).catch(() => {
    ready = undefined
  })
  return ready
}

function loadStyle() {
  if (document.querySelector('link[data-search]')) return undefined
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = dialog.dataset.style
    link.dataset.search = ''
    link.onload = resolve
    link.onerror = resolve
    document.head.append(link)
  })
}

async function loadIndex() {
  try {
    const loaded = await import(new URL(dialog.dataset.index, document.baseURI).href)
    // Addresses in the index are whole already.
    await loaded.options({baseUrl: '/'})
    await loaded.init()
    index = loaded
  } catch (problem) {
    status.textContent = dialog.dataset.failed
    throw problem
  }
}

export async function openSearch() {
  if (dialog.open) return
  if (!dialog.isConnected) document.body.append(dialog)
  await Promise.race([load(), new Promise((resolve) => setTimeout(resolve, 500))])
  if (dialog.open) return
  dialog.showModal()
  input.select()
  await ready
  if (index && status.textContent === dialog.dataset.failed) status.textContent = ''
  // What was typed while the index was loading. What was found before still stands, and the reader may be in the midst of it.
  if (!results.hasChildNodes()) search()
}

const chosen = () =>
  Object.fromEntries(
    groups.map((group) => [
      group.dataset.filter,
      [...group.querySelectorAll('[aria-pressed=true]')].map(({value}) => value)
    ])
  )

async function search() {
  const asked = ++question
  const text = input.value.trim()
  if (!index) return
  if (text === '') return clear()
  const found = await index.search(text, {filters: chosen()})
  const pages = await Promise.all(found.results.slice(0, shownMax).map((result) => result.data()))
  if (asked !== question) return
  const count = found.results.length
  status.textContent =
    count === 0
      ? dialog.dataset.nothing
      : dialog.dataset.count.replace('#', count.toLocaleString(document.documentElement.lang))
  for (const group of groups) showTerms(group, found.filters[group.dataset.filter] ?? {})
  showResults(results, pages)
}

function clear() {
  status.textContent = ''
  results.replaceChildren()
  for (const group of groups) {
    group.hidden = true
    for (const button of group.querySelectorAll('button')) button.remove()
  }
}

/** Those that would leave something, and those that are chosen. */
function showTerms(group, counts) {
  const isChosen = new Set(chosen()[group.dataset.filter])
  const focused = group.contains(document.activeElement) ? document.activeElement.value : undefined
  const terms = Object.entries(counts)
    .filter(([name, count]) => count > 0 || isChosen.has(name))
    .sort(([a, m], [b, n]) => isChosen.has(b) - isChosen.has(a) || n - m || (a < b ? -1 : 1))
    .slice(0, Math.max(termsMax, isChosen.size))
  for (const button of group.querySelectorAll('button')) button.remove()
  for (const [name, count] of terms) {
    const button = document.createElement('button')
    const number = document.createElement('span')
    button.type = 'button'
    button.value = name
    button.setAttribute('aria-pressed', String(isChosen.has(name)))
    number.textContent = count
    button.append(name, ' ', number)
    group.append(button)
    if (name === focused) button.focus()
  }
  group.hidden = terms.length === 0
}

input.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(search, quiet)
})

dialog.addEventListener('click', ({target}) => {
  if (target === dialog || target.closest('.search-close, a')) return dialog.close()
  const term = target.closest('fieldset button')
  if (!term) return
  term.setAttribute('aria-pressed', String(term.getAttribute('aria-pressed') !== 'true'))
  search()
})

dialog.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault()
  results.querySelector('a')?.click()
})

dialog.addEventListener('keydown', (event) => {
  const {key, target} = event
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  // A search field takes the key to become empty.
  if (key === 'Escape') {
    event.preventDefault()
    return dialog.close()
  }
  const links = [...results.querySelectorAll('a')]
  const at = links.indexOf(target)
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (at < 0 && target !== input) return
    event.preventDefault()
    const next = at + (key === 'ArrowDown' ? 1 : -1)
    if (next < links.length) (links[next] ?? input).focus()
  } else if (at >= 0 && key.length === 1 && key !== ' ') {
    // Who goes on typing means the field.
    input.focus()
  }
})
