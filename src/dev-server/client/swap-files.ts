/**
 * Show files anew that have other bytes at the same address: styles and images, where they stand.
 *
 * @param paths
 *   Paths of the files from the server's root, decoded.
 * @returns
 *   Whether the page has to be loaded again: one of the files is a script that has run.
 */
export function swapFiles(paths: ReadonlyArray<string>): boolean {
  const changed = new Set(paths)
  const isChanged = (address: string): boolean => changed.has(pathOf(address))
  if ([...document.scripts].some(({src}) => src !== '' && isChanged(src))) return true
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')) {
    if (isChanged(link.href)) swapStyle(link)
  }
  for (const image of document.images) if (isChanged(image.src)) image.src = fresh(image.src)
  return false
}

/** Put a style sheet in the place of another. The new one is there before the old one goes, so that the page is never without. */
export function replaceStyle(link: Element, next: Element): void {
  next.addEventListener('load', () => link.remove())
  next.addEventListener('error', () => link.remove())
  link.after(next)
}

function swapStyle(link: HTMLLinkElement): void {
  const next = link.cloneNode()
  if (!(next instanceof HTMLLinkElement)) return
  next.href = fresh(link.href)
  replaceStyle(link, next)
}

/** Name of the parameter that makes an address another one for the browser. */
const freshParameter = 'galley'

function fresh(address: string): string {
  const url = new URL(address)
  url.searchParams.set(freshParameter, String(performance.timeOrigin + performance.now()))
  return url.href
}

function pathOf(address: string): string {
  const url = new URL(address, location.href)
  return url.origin === location.origin ? decodeURIComponent(url.pathname) : ''
}
