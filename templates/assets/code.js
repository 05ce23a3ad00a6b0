// Adds a button to each block of code that copies it: without the lines that a diff removes, and without line numbers, which are
// no text. Blocks that scroll can be reached by keyboard.

const {copy = 'Copy', copied = 'Copied'} = document.querySelector('script[data-copy]')?.dataset ?? {}

/** How long a button says that it has copied, in milliseconds. */
const shownFor = 2000

const status = document.createElement('p')
status.className = 'visually-hidden'
status.setAttribute('role', 'status')
document.body.append(status)

const sizes = new ResizeObserver((entries) => {
  for (const {target} of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
    else target.removeAttribute('tabindex')
  }
})

prepareBlocks()
// The dev server has changed the page where it stands.
document.addEventListener('galley:updated', prepareBlocks)

function prepareBlocks() {
  for (const code of document.querySelectorAll('.text pre > code')) {
    const pre = code.parentElement
    sizes.observe(pre)
    // Clipboards are for safe connections alone.
    if (navigator.clipboard && !pre.parentElement.matches('.code-block')) addButton(pre, code)
  }
}

function addButton(pre, code) {
  const block = document.createElement('div')
  block.className = 'code-block'
  pre.replaceWith(block)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = copy
  block.append(pre, button)
  let timer
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(textOf(code))
    button.textContent = copied
    // Emptied first, so that the same word is said again.
    status.textContent = ''
    setTimeout(() => {
      status.textContent = copied
    })
    clearTimeout(timer)
    timer = setTimeout(() => {
      button.textContent = copy
      status.textContent = ''
    }, shownFor)
  })
}

function textOf(code) {
  const kept = code.cloneNode(true)
  for (const line of kept.querySelectorAll('del.line')) {
    const {nextSibling} = line
    if (nextSibling?.nodeType === Node.TEXT_NODE) nextSibling.data = nextSibling.data.replace(/^\n/, '')
    line.remove()
  }
  return kept.textContent.replace(/\n$/, '')
}
