/** What authors write as a piece of its own. */
const blocks = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,tr,pre,blockquote,figcaption,figure,summary'

/** More of a text is not needed to find it. */
const textMax = 400

/** Open the editor where a block of the page was written, when it is clicked with Alt held. */
export function openSourceOnClick(token: string): void {
  addEventListener(
    'click',
    (event) => {
      const block = event.altKey && event.target instanceof Element ? event.target.closest(blocks) : null
      if (block === null) return
      // Browsers save what a link leads to.
      event.preventDefault()
      event.stopPropagation()
      void openSource(token, block)
    },
    {capture: true}
  )
}

async function openSource(token: string, block: Element): Promise<void> {
  const text = textOf(block)
  const same = [...document.querySelectorAll(block.localName)].filter((other) => textOf(other) === text)
  const query = new URLSearchParams({
    ...{token, text, nth: String(same.indexOf(block))},
    page: decodeURIComponent(location.pathname)
  })
  const {address}: {readonly address?: string} = await (await fetch(`/@galley/editor.json?${query}`)).json()
  if (address !== undefined) location.href = address
}

/** Cells of a table are words apart. */
function textOf(block: Element): string {
  const parts = block instanceof HTMLTableRowElement ? [...block.cells] : [block]
  return parts
    .map((part) => part.textContent ?? '')
    .join(' ')
    .slice(0, textMax)
}
