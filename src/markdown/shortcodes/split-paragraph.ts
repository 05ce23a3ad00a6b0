import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Shortcode} from './find-shortcodes.ts'
import {type Joining, joinItems} from './join-items.ts'
import {isBlock, isInline} from './known-shortcodes.ts'
import type {Mates} from './match-tags.ts'
import {type Item, splitTexts} from './split-nodes.ts'

/** A paragraph split at the tags in it that stand between blocks; anything else as it is. */
export function splitParagraph(item: Item, joining: Joining): ReadonlyArray<Item> {
  if (!('node' in item) || item.node.type !== 'paragraph') return [item]
  const paragraph = item.node
  const items = splitTexts(paragraph.children, joining.hidden)
  if (items.length > 0 && items.every((each) => 'node' in each)) {
    paragraph.children = joinItems(items, 'inline', joining) as Array<PhrasingContent>
    return [item]
  }
  const isBetween = flowTags(items, joining.mates)
  const split: Array<Item> = []
  let open: Array<Item> = []
  for (const each of items) {
    if ('node' in each || !isBetween.has(each.tag)) open.push(each)
    else {
      close()
      split.push(each)
    }
  }
  close()
  return split

  function close(): void {
    const children = trimmed(joinItems(open, 'inline', joining)) as Array<PhrasingContent>
    open = []
    const [first, last] = [children[0], children.at(-1)]
    if (first === undefined || last === undefined) return
    const [start, end] = [first.position?.start, last.position?.end]
    const {position: _, ...rest} = paragraph
    const node: Paragraph = {
      ...rest,
      children,
      ...(start === undefined || end === undefined ? {} : {position: {start, end}})
    }
    split.push({node})
  }
}

/** The tags of a paragraph that stand between blocks. */
function flowTags(items: ReadonlyArray<Item>, mates: Mates): ReadonlySet<Shortcode> {
  const {lineOf, crowded} = linesOf(items)
  const told = items.filter((item) => !isBlank(item))
  const [first, last] = [told[0], told.at(-1)].map((item) => item && 'tag' in item && item.tag)
  const between = new Set<Shortcode>()
  for (const tag of lineOf.keys()) if (isBetween(tag)) between.add(tag)
  return aroundBlocks(between, [...lineOf.keys()], mates)

  function isBetween(tag: Shortcode): boolean {
    if (tag.kind === 'code') return isAlone(tag)
    if (isInline(tag.name)) return false
    const mate = mates.get(tag)
    if (mate === undefined)
      return isBlock(tag.name) ? tag.kind !== 'close' : isAlone(tag) && crowded.size === 0
    if (isBlock(tag.name) && lineOf.has(mate)) return true
    if (!lineOf.has(mate)) return isAlone(tag) || tag === (tag.kind === 'open' ? first : last)
    const isWhole = (tag === first && mate === last) || (tag === last && mate === first)
    return isWhole || (isAlone(tag) && isAlone(mate))
  }

  function isAlone(tag: Shortcode): boolean {
    const line = lineOf.get(tag)
    return line !== undefined && !crowded.has(line)
  }
}

/** What holds a block stands between blocks too, but for what is part of a sentence: in there is no place for one. */
function aroundBlocks(
  between: ReadonlySet<Shortcode>,
  tags: ReadonlyArray<Shortcode>,
  mates: Mates
): ReadonlySet<Shortcode> {
  const blocks: Array<Shortcode> = []
  const open: Array<{readonly tag: Shortcode; readonly blockCount: number}> = []
  for (const tag of tags) {
    const last = open.at(-1)
    if (last !== undefined && mates.get(last.tag) === tag) {
      open.pop()
      const holdsBlock = blocks.length > last.blockCount
      if (holdsBlock && isInline(last.tag.name)) blocks.length = last.blockCount
      else if (holdsBlock || between.has(tag)) blocks.push(last.tag, tag)
    } else if (tag.kind === 'open' && mates.has(tag)) open.push({tag, blockCount: blocks.length})
    else if (between.has(tag)) blocks.push(tag)
  }
  // Those that have their ends elsewhere.
  return new Set([...blocks, ...open.flatMap(({tag}) => (between.has(tag) ? [tag] : []))])
}

/** The line of each tag, counted from that of the first item, and the lines that have anything else. */
function linesOf(items: ReadonlyArray<Item>): {
  readonly lineOf: ReadonlyMap<Shortcode, number>
  readonly crowded: ReadonlySet<number>
} {
  const lineOf = new Map<Shortcode, number>()
  const crowded = new Set<number>()
  let line = 0
  for (const item of items) {
    if ('tag' in item) lineOf.set(item.tag, line)
    else if (item.node.type === 'break') line++
    else if (item.node.type !== 'text') crowded.add(line)
    else {
      for (const [index, text] of item.node.value.split('\n').entries()) {
        if (index > 0) line++
        if (text.trim() !== '') crowded.add(line)
      }
    }
  }
  return {lineOf, crowded}
}

function isBlank(item: Item): boolean {
  if ('tag' in item) return false
  return item.node.type === 'break' || (item.node.type === 'text' && item.node.value.trim() === '')
}

/** Without the blanks and line ends that stood beside tags. */
function trimmed(nodes: ReadonlyArray<RootContent>): ReadonlyArray<RootContent> {
  const kept = [...nodes]
  while (kept[0] !== undefined && isBlank({node: kept[0]})) kept.shift()
  for (let last = kept.at(-1); last !== undefined && isBlank({node: last}); last = kept.at(-1)) kept.pop()
  const [first, last] = [kept[0], kept.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return kept
}
