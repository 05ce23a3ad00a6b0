/** The start of an item: its mark, and the blanks before what it begins with. */
const itemStart = /^( {0,3}(?:[-*+]|(\d{1,9})[.)]))(?:( {1,4})(?=\S)| )/

const thematicBreak = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/

/**
 * Tells, of one line of text after the other, how many blanks it has before it because it stands in items of lists: behind them, four more
 * begin indented code. A line that may as well be none of an item has none.
 */
export function listIndentationReader(): (line: string) => number {
  /** Columns where the items around begin, the innermost last. */
  const columns: Array<number> = []
  let isAfterText = false
  return (line) => {
    if (line.trim() === '') {
      isAfterText = false
      return 0
    }
    const indentation = line.search(/[^ ]/)
    while ((columns.at(-1) ?? 0) > indentation) columns.pop()
    const around = columns.at(-1) ?? 0
    let column = around
    for (let start = startAt(column); start !== undefined; start = startAt(column)) {
      column += start
      columns.push(column)
    }
    isAfterText = true
    return around

    /** How many characters the start of an item takes at a column. */
    function startAt(from: number): number | undefined {
      const rest = line.slice(from)
      const [all, mark = '', number = '1', blanks = ' '] = itemStart.exec(rest) ?? []
      // Within a paragraph only the first item of a list begins one.
      const isText = isAfterText && columns.length === 0 && number !== '1'
      if (all === undefined || isText || thematicBreak.test(rest)) return undefined
      return mark.length + blanks.length
    }
  }
}
