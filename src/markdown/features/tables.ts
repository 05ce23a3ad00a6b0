import type {RootContent, Table} from 'mdast'
import type {Feature} from './feature.ts'

/** Tables scroll by themselves when they are wide, and align their cells by classes, since the attribute `align` is obsolete. */
export const tables: Feature = {changes: {table: wrapTable}}

function wrapTable(table: Table): ReadonlyArray<RootContent> {
  const {align, position} = table
  if (align?.some((each) => each !== null) === true) {
    for (const row of table.children) {
      for (const [index, cell] of row.children.entries()) {
        const side = align[index]
        if (side) cell.data = {...cell.data, hProperties: {className: [`align-${side}`]}}
      }
    }
    table.align = align.map(() => null)
  }
  return [
    {
      type: 'element',
      name: 'div',
      // With a keyboard, only what can have the focus can be scrolled in every browser.
      properties: {className: ['table-scroll'], tabIndex: 0},
      hasBlocks: true,
      children: [table],
      ...(position === undefined ? {} : {position})
    }
  ]
}
