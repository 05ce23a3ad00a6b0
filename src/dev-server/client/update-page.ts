import {patchTree} from './patch-tree.ts'
import {replaceStyle} from './swap-files.ts'

/** A page that can be brought up to date where it stands. */
export interface Page {
  /** Show the page as it is now. */
  readonly update: () => Promise<void>
}

/**
 * The page that is shown.
 *
 * @param tag
 *   Of the client: the one part of the page that is another each time it is sent.
 */
export function openPage(tag: HTMLScriptElement): Page {
  // The browser has changed what it shows, and only a second look tells what was sent.
  let sent = fetchPage().then(
    ({page, hash}) => (hash === tag.dataset['hash'] ? page : undefined),
    () => undefined
  )
  return {
    async update() {
      const [before, {page: after}] = await Promise.all([sent, fetchPage()])
      // What scripts have done to the page cannot be undone, and those that are new would not run.
      if (before === undefined || scriptsOf(before) !== scriptsOf(after)) {
        location.reload()
        return
      }
      patchHead(before.head, after.head)
      patchTree(before.body, after.body, document.body)
      patchRoot(before.documentElement, after.documentElement)
      sent = Promise.resolve(after)
      document.dispatchEvent(new Event(updatedEvent))
    }
  }
}

/** Heard by scripts that have something to do with what is new in a page; the theme's among them. */
const updatedEvent = 'galley:updated'

interface SentPage {
  /** Without the tag of the client. */
  readonly page: Document
  /** Of the page as it was sent. */
  readonly hash: string | undefined
}

async function fetchPage(): Promise<SentPage> {
  const response = await fetch(location.pathname + location.search)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const tag = page.querySelector<HTMLElement>('script[data-token]')
  tag?.remove()
  return {page, hash: tag?.dataset['hash']}
}

/** Scripts that run; blocks of data are part of the page like its words. */
function scriptsOf(page: Document): string {
  const scripts = [...page.scripts].filter(({type}) => runningTypes.test(type))
  return scripts.map(({outerHTML}) => outerHTML).join('\n')
}

const runningTypes = /^$|^module$|^importmap$|^(?:text|application)\/(?:javascript|ecmascript)$/i

function patchRoot(before: Element, after: Element): void {
  const root = document.documentElement
  for (const {name, value} of after.attributes) {
    if (before.getAttribute(name) !== value) root.setAttribute(name, value)
  }
}

/** Take away what is sent no more, and add what is new: extensions put things into the head too. */
function patchHead(before: HTMLHeadElement, after: HTMLHeadElement): void {
  const [old, fresh] = [new Set(textsOf(before)), new Set(textsOf(after))]
  const isGone = ({outerHTML}: Element): boolean => old.has(outerHTML) && !fresh.has(outerHTML)
  const gone = [...document.head.children].filter(isGone)
  const sheets = gone.filter(isSheet)
  for (const element of gone) if (!isSheet(element)) element.remove()
  for (const element of after.children) {
    if (old.has(element.outerHTML)) continue
    const next = document.importNode(element, true)
    const place = isSheet(next) ? sheets.shift() : undefined
    // Which style sheet is last decides, so that one takes the place of another.
    if (place === undefined) document.head.append(next)
    else replaceStyle(place, next)
  }
  for (const sheet of sheets) sheet.remove()
}

function isSheet(element: Element): boolean {
  return element.matches('link[rel~="stylesheet"]')
}

function textsOf(head: HTMLHeadElement): ReadonlyArray<string> {
  return [...head.children].map(({outerHTML}) => outerHTML)
}
