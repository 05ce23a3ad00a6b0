import type {Data, List, ListItem, Paragraph, RootContent} from 'mdast'
import {type Draft, endBlock, startBlock, writeLineEnd, writeText} from './draft.ts'
import {isWritten} from './split-parts.ts'
import {attributesOf} from './write-attributes.ts'
import {writeBlock} from './write-blocks.ts'
import {writePhrasing} from './write-phrasing.ts'

/** Write a list with its items. */
export function writeList({ordered, start, spread, children, data}: List, draft: Draft): void {
  const name = ordered ? 'ol' : 'ul'
  const startAttribute = typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''
  const classAttribute = children.some(isTask) ? ' class="contains-task-list"' : ''
  const isLoose = spread || children.some(isLooseItem)
  startBlock(draft, name, startAttribute + classAttribute + featureAttributes(data))
  writeLineEnd(draft)
  for (const item of children) {
    startBlock(draft, 'li', isTask(item) ? ' class="task-list-item"' : featureAttributes(item.data))
    writeItem(item, isLoose, draft)
    endBlock(draft, 'li')
    writeLineEnd(draft)
  }
  endBlock(draft, name)
}

function featureAttributes(data: Data | undefined): string {
  return data?.hProperties === undefined ? '' : attributesOf(data.hProperties)
}

function isTask({checked}: ListItem): boolean {
  return typeof checked === 'boolean'
}

function isLooseItem({spread, children}: ListItem): boolean {
  return spread ?? children.length > 1
}

/** In a list that is not loose, paragraphs have no tags, and the first one no line end before it. */
function writeItem(item: ListItem, isLoose: boolean, draft: Draft): void {
  const blocks = blocksOf(item)
  for (const [index, block] of blocks.entries()) {
    const isBare = block.type === 'paragraph' && !isLoose
    if (index > 0 || !isBare) writeLineEnd(draft)
    if (block.type !== 'paragraph') {
      writeBlock(block, draft)
      continue
    }
    if (!isBare) startBlock(draft, 'p')
    if (index === 0 && isTask(item)) writeBox(item, block, draft)
    writePhrasing(block.children, draft)
    if (!isBare) endBlock(draft, 'p')
  }
  const last = blocks.at(-1)
  if (last !== undefined && (isLoose || last.type !== 'paragraph')) writeLineEnd(draft)
}

/** The blocks of an item; a task starts with a paragraph, for its box. */
function blocksOf(item: ListItem): ReadonlyArray<RootContent> {
  const blocks = item.children.filter(isWritten)
  const isBoxAlone = isTask(item) && blocks[0]?.type !== 'paragraph'
  return isBoxAlone ? [{type: 'paragraph', children: []}, ...blocks] : blocks
}

function writeBox({checked}: ListItem, {children}: Paragraph, draft: Draft): void {
  draft.html += `<input type="checkbox"${checked === true ? ' checked' : ''} disabled>`
  if (children.length > 0) writeText(draft, ' ')
}
