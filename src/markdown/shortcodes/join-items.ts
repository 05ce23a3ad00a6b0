import type {RootContent} from 'mdast'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {ComponentCall} from '#src/model/fragment.ts'
import {joinTexts} from '../features/join-texts.ts'
import {TooDeepError} from '../limit-depth.ts'
import {callShortcode} from './call-shortcode.ts'
import type {Shortcode} from './find-shortcodes.ts'
import type {HiddenShortcodes} from './hide-shortcodes.ts'
import {type Mates, placeOfTag} from './match-tags.ts'
import {shortcodeTorn} from './messages.ts'
import type {Captions} from './read-captions.ts'
import type {Item} from './split-nodes.ts'

/** What tags become nodes with. */
export interface Joining {
  /** Path of the file. */
  readonly file: string
  readonly diagnostics: Array<Diagnostic>
  readonly hidden: HiddenShortcodes
  readonly mates: Mates
  readonly captions: Captions
}

/** Shortcodes inside of each other. */
const levelsMax = 100

/**
 * Items that stand beside each other as nodes: what is between the tags of a shortcode stands inside of it.
 *
 * Diagnostics: `markdown/shortcode-torn` where a beginning has its end elsewhere.
 */
export function joinItems(
  items: ReadonlyArray<Item>,
  spot: ComponentCall['spot'],
  {mates, captions, file, diagnostics}: Joining
): Array<RootContent> {
  const indexes = new Map<Shortcode, number>()
  for (const [index, item] of items.entries()) if ('tag' in item) indexes.set(item.tag, index)
  return joinTexts(join(0, items.length, 0))

  function join(start: number, end: number, depth: number): ReadonlyArray<RootContent> {
    const nodes: Array<RootContent> = []
    for (let index = start; index < end; index++) {
      const item = items[index]
      if (item === undefined) continue
      if ('node' in item) {
        nodes.push(item.node)
        continue
      }
      const {tag} = item
      const mate = mates.get(tag)
      const mateIndex = mate && indexes.get(mate)
      if (tag.kind === 'close') continue
      if (mate !== undefined && mateIndex === undefined) {
        diagnostics.push(shortcodeTorn({file, place: placeOfTag(tag)}, tag.name))
        continue
      }
      if (depth > levelsMax) throw new TooDeepError(placeOfTag(tag))
      const children = mateIndex === undefined ? [] : joinTexts(join(index + 1, mateIndex, depth + 1))
      nodes.push(callShortcode({tag, end: mate, spot, children}, captions))
      index = mateIndex ?? index
    }
    return nodes
  }
}
