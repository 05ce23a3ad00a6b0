// What was found, as links: pages by section, with their places.

/** Places shown of a page at most. */
const placesMax = 3

/** Show `pages`, each as pagefind tells of it, the best first. */
export function showResults(list, pages) {
  const sections = new Map()
  for (const page of pages) {
    const name = page.meta.section ?? ''
    sections.set(name, [...(sections.get(name) ?? []), page])
  }
  list.replaceChildren(...[...sections].map(([name, found]) => sectionOf(name, found)))
  list.scrollTop = 0
}

function sectionOf(name, pages) {
  const section = element('section')
  if (name !== '') section.append(element('h2', name))
  const list = element('ul')
  list.append(...pages.map(itemOf))
  section.append(list)
  return section
}

function itemOf({url, meta, excerpt, sub_results: parts}) {
  const isOfPart = (part) => part.url !== url && part.title !== meta.title
  const places = parts.filter(isOfPart).slice(0, placesMax)
  const beginning = parts.find((part) => !isOfPart(part))
  const item = element('li')
  const shown = places.length === 0 ? excerpt : beginning?.excerpt
  item.append(linkTo(url, meta.title, shown))
  if (places.length > 0) {
    const list = element('ul')
    for (const part of places) {
      const place = element('li')
      place.append(linkTo(part.url, part.title, part.excerpt))
      list.append(place)
    }
    item.append(list)
  }
  return item
}

function linkTo(url, title, excerpt) {
  const link = element('a')
  link.href = url
  link.append(element('strong', title))
  if (excerpt) {
    const text = element('p')
    text.append(...marked(excerpt))
    link.append(text)
  }
  return link
}

/** Text and marks of an excerpt, and nothing else that might be in it. */
function marked(excerpt) {
  const {body} = new DOMParser().parseFromString(excerpt, 'text/html')
  return [...body.childNodes].map((node) =>
    node.nodeName === 'MARK' ? element('mark', node.textContent) : node.textContent
  )
}

function element(name, text) {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  return made
}
