import type {QueryContext} from '#src/graph/query.ts'
import {toSlot} from '#src/model/link-slot.ts'
import {listCodeTags} from '#src/render/list-code-tags.ts'
import {toHref} from '#src/routing/href.ts'
import {slottedPath} from './bundled-files.ts'
import {isLinkingInput, linkedCodeInput} from './inputs.ts'
import {basePath} from './settings.ts'

/** A page whose tags load the style sheets and scripts of other sites from here that lie in this one. */
export function linkCode({read}: Pick<QueryContext, 'read'>, html: string): string {
  if (read(isLinkingInput, null) === undefined) return html
  let linked = ''
  let seen = 0
  for (const {kind, url, start, written, urlStart, urlLength} of listCodeTags(html)) {
    const part = read(linkedCodeInput, url)
    if (part === undefined) continue
    const href = toHref(slottedPath([part]), read(basePath, null))
    const tag = written.slice(0, urlStart) + href + written.slice(urlStart + urlLength)
    linked +=
      html.slice(seen, start) +
      (kind === 'script' ? tag : tag.replace(integrity, ` integrity="${toSlot('integrity', [part])}"`))
    seen = start + written.length
  }
  return linked + html.slice(seen)
}

/** What browsers were to check the bytes by that have another address inside now. */
const integrity = /\sintegrity=(["'])[^"']*\1/i
