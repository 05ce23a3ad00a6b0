// Draws the diagrams of a page when they come near the view. Without this script, readers see their source.

const script = document.querySelector('script[data-mermaid]')
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const drawings = new Map()
let library
let drawn = Promise.resolve()
let count = 0

/** The reader's choice goes before the system's. */
function isDark() {
  const {appearance} = document.documentElement.dataset
  return appearance === undefined ? systemDark.matches : appearance === 'dark'
}

/** Load mermaid, once. */
function load() {
  library ??= import(new URL(script.dataset.mermaid, document.baseURI)).then((module) => module.default)
  return library
}

/** One after the other, because mermaid measures in the page. */
function draw(source) {
  drawn = drawn.then(() => drawNow(source)).catch(() => undefined)
}

async function drawNow(source) {
  const mermaid = await load()
  const {fontFamily} = getComputedStyle(document.body)
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: isDark() ? 'dark' : 'default',
    fontFamily
  })
  const isRight = await mermaid.parse(source.textContent, {suppressErrors: true})
  if (!isRight) return
  const id = `diagram-${count++}`
  const {svg} = await mermaid.render(id, source.textContent)
  const drawing = drawings.get(source)
  drawing.replaceChildren(withoutInlineStyles(svg, drawing))
  drawing.hidden = false
  source.hidden = true
}

/** A page may forbid styles in attributes and elements, but not those that its own scripts set. */
function withoutInlineStyles(svg, drawing) {
  const parsed = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg')
  const sheets = []
  for (const style of parsed.querySelectorAll('style')) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style.textContent)
    sheets.push(sheet)
    style.remove()
  }
  const others = document.adoptedStyleSheets.filter((sheet) => !drawing.sheets?.includes(sheet))
  document.adoptedStyleSheets = [...others, ...sheets]
  drawing.sheets = sheets
  const styled = [parsed, ...parsed.querySelectorAll('[style]')].map((element) => {
    const style = element.getAttribute('style') ?? ''
    element.removeAttribute('style')
    return [element, style]
  })
  const adopted = document.adoptNode(parsed)
  for (const [element, style] of styled) element.style.cssText = style
  return adopted
}

const near = new IntersectionObserver(
  (entries) => {
    for (const {isIntersecting, target} of entries) {
      if (!isIntersecting) continue
      near.unobserve(target)
      const drawing = document.createElement('div')
      drawing.className = 'diagram'
      drawing.hidden = true
      target.after(drawing)
      drawings.set(target, drawing)
      draw(target)
    }
  },
  {rootMargin: '50% 0px'}
)

for (const source of document.querySelectorAll('pre.mermaid')) near.observe(source)

function drawAgain() {
  for (const source of drawings.keys()) draw(source)
}

systemDark.addEventListener('change', drawAgain)
document.addEventListener('appearancechange', drawAgain)
