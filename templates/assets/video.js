// Plays videos of other sites in the page. Until a reader follows such a link, nothing is asked of those sites.

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-player]') : null
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
  if (!link || !isPlain) return
  event.preventDefault()
  const frame = document.createElement('iframe')
  frame.src = link.dataset.player
  frame.title = link.textContent
  frame.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media'
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  link.replaceWith(frame)
  frame.focus()
})
