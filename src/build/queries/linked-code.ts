import type {QueryContext} from '#src/graph/query.ts'
import {toSlot} from '#src/model/link-slot.ts'
import {type CodeTag, listCodeTags} from '#src/render/list-code-tags.ts'
import {toHref} from '#src/routing/href.ts'
import {slottedPath} from './bundled-files.ts'
import {isLinkingInput, linkedCodeInput} from './inputs.ts'
import {basePath, urlStyle} from './settings.ts'

/** A page whose tags load the style sheets and scripts of other sites from here that lie in this one. */
export function linkCode({read}: Pick<QueryContext, 'read'>, html: string): string {
  if (read(isLinkingInput, null) === undefined) return html
  let linked = ''
  let seen = 0
  for (const tag of listCodeTags(html)) {
    const part = read(linkedCodeInput, tag.url)
    if (part === undefined) continue
    linked += html.slice(seen, tag.start) + linkedTag(tag, part)
    seen = tag.start + tag.written.length
  }
  return linked + html.slice(seen)

  function linkedTag({kind, written, urlStart, urlLength}: CodeTag, part: string): string {
    const href = toHref(slottedPath([part]), read(basePath, null))
    // Browsers check no file of a folder.
    const isChecked = read(urlStyle, null) !== 'relative'
    return `${written.slice(0, urlStart)}${href}${written.slice(urlStart + urlLength)}`
      .replace(crossOrigin, '')
      .replace(integrity, (check) => {
        if (!isChecked) return ''
        // What is bundled names other addresses than what its author checked.
        return kind === 'script' ? check : ` integrity="${toSlot('integrity', [part])}"`
      })
  }
}

const integrity = /\sintegrity=(["'])[^"']*\1/i

/** How other sites are asked. */
const crossOrigin = /\scrossorigin(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/i
