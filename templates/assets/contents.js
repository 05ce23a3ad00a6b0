// Marks in the contents where the reader is.

const links = new Map()
for (const link of document.querySelectorAll('.contents a')) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (heading) links.set(heading, link)
}

/** The last heading above this part of the window's height is the one that is read. */
const readAt = 0.25

function mark() {
  let current
  for (const [heading, link] of links) {
    if (heading.getBoundingClientRect().top > innerHeight * readAt) break
    current = link
  }
  for (const link of links.values()) {
    if (link === current) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
  current?.closest('.contents').scrollTo({top: current.offsetTop - 96, behavior: 'instant'})
}

if (links.size > 0) {
  let isDue = false
  addEventListener(
    'scroll',
    () => {
      if (isDue) return
      isDue = true
      requestAnimationFrame(() => {
        isDue = false
        mark()
      })
    },
    {passive: true}
  )
  mark()
}
