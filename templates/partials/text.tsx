import type {Html, Page, Questions} from 'galley'
import type {VNode} from 'preact'

/** Finished HTML in the typography of running text; nothing when there is none. */
export function Text({html}: {readonly html: Html}): VNode | null {
  return html === '' ? null : <div class="text" dangerouslySetInnerHTML={{__html: html}} />
}

interface OwnTextProps {
  readonly view: Questions
  readonly source: Page['source'] | undefined
}

/** The text that a section or term has in its `_index.md`; nothing when there is no such file. */
export function OwnText({view, source}: OwnTextProps): VNode | null {
  return source === undefined ? null : <Text html={view.body({source})} />
}
