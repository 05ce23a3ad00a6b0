import type {Fragment, ReferenceSlot} from '#src/model/fragment.ts'
import {isWikilink} from '#src/model/wikilink.ts'

/**
 * The id that a reference asks for; `undefined` where it asks for none: without a fragment, with an empty one or `#top`, which every
 * page has, with one that finds its text itself (`#:~:text=`), or with one that is there for a script (`#!/a`, `#tab=2`).
 */
export function idOf(reference: string): string | undefined {
  const start = reference.indexOf('#')
  const [id = ''] = start === -1 ? [] : reference.slice(start + 1).split(':~:')
  return id === '' || id.toLowerCase() === 'top' || /^[!/]|=/.test(id) ? undefined : id
}

/** Whether one of these ids is what a fragment asks for: as it is written, or without its percent escapes. */
export function isAmong(id: string, known: {readonly has: (id: string) => boolean}): boolean {
  return known.has(id) || known.has(decodeFragment(id))
}

/** Links of a body to places within pages, but for those within itself that are right by its own ids. In their order. */
export function fragmentLinksOf(body: Fragment, ids: ReadonlySet<string>): ReadonlyArray<ReferenceSlot> {
  const links: Array<ReferenceSlot> = []
  collect(body)
  return links

  function collect({slots}: Fragment): void {
    for (const slot of slots) {
      if ('component' in slot) collect(slot.children)
      else if ('reference' in slot && slot.role === 'link' && isUnsure(slot.reference)) links.push(slot)
    }
  }

  function isUnsure(reference: string): boolean {
    // Those are told of where they are resolved.
    if (isWikilink(reference)) return false
    const id = idOf(reference)
    return id !== undefined && !(reference.startsWith('#') && isAmong(id, ids))
  }
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
