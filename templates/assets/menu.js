// Closes menus when the reader goes elsewhere.

const menus = document.querySelectorAll('.menu details')

document.addEventListener('click', ({target}) => {
  for (const menu of menus) if (!menu.contains(target)) menu.open = false
})

document.addEventListener('keydown', ({key}) => {
  if (key !== 'Escape') return
  for (const menu of menus) {
    if (!menu.open) continue
    menu.open = false
    menu.querySelector('summary').focus()
  }
})
