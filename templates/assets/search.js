// Opens the search by a button or key. Its rest is loaded then, but never from `file:`.

const button = document.querySelector('.search-button')

async function open() {
  const {openSearch} = await import('./search-dialog.js')
  await openSearch()
}

const isTyping = ({target}) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

if (button && location.protocol !== 'file:') {
  button.hidden = false
  button.addEventListener('click', open)
  document.addEventListener('keydown', (event) => {
    const {key, ctrlKey, metaKey, altKey} = event
    const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey
    const isLetter = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !event.shiftKey
    if (!(isSlash || isLetter) || isTyping(event) || event.defaultPrevented) return
    event.preventDefault()
    open()
  })
}
