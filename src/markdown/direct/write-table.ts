import type {Table, TableRow} from 'mdast'
import {type Draft, endBlock, startBlock, writeLineEnd} from './draft.ts'
import {attributesOf} from './write-attributes.ts'
import {writePhrasing} from './write-phrasing.ts'

type Align = NonNullable<Table['align']>[number]

/** Write a table; its first row is the head. */
export function writeTable({align, children}: Table, draft: Draft): void {
  const [head, ...rows] = children
  draft.html += '<table>'
  writeLineEnd(draft)
  if (head !== undefined) writeRows('thead', 'th', [head], align ?? undefined, draft)
  if (rows.length > 0) writeRows('tbody', 'td', rows, align ?? undefined, draft)
  draft.html += '</table>'
}

function writeRows(
  groupName: 'thead' | 'tbody',
  cellName: 'th' | 'td',
  rows: ReadonlyArray<TableRow>,
  align: ReadonlyArray<Align> | undefined,
  draft: Draft
): void {
  startBlock(draft, groupName)
  writeLineEnd(draft)
  for (const row of rows) {
    writeRow(cellName, row, align, draft)
    writeLineEnd(draft)
  }
  endBlock(draft, groupName)
  writeLineEnd(draft)
}

/** A row has as many cells as the table has columns, whatever was written. */
function writeRow(
  cellName: 'th' | 'td',
  {children}: TableRow,
  align: ReadonlyArray<Align> | undefined,
  draft: Draft
): void {
  const columns = align ?? children.map(() => null)
  startBlock(draft, 'tr')
  writeLineEnd(draft)
  for (const [index, columnAlign] of columns.entries()) {
    const cell = children[index]
    const alignAttribute = columnAlign ? ` align="${columnAlign}"` : ''
    startBlock(draft, cellName, alignAttribute + attributesOf(cell?.data?.hProperties ?? {}))
    writePhrasing(cell?.children ?? [], draft)
    endBlock(draft, cellName)
    writeLineEnd(draft)
  }
  endBlock(draft, 'tr')
}
