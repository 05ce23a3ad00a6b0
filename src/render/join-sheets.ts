/**
 * Style sheets, as they were bundled, as one. Imports of other sites come first, since browsers pass over those that stand below anything
 * else.
 */
export function joinSheets(sheets: ReadonlyArray<string>): string {
  if (sheets.length === 1) return sheets[0] ?? ''
  const parts = sheets.map((sheet) => {
    const head = importsPattern.exec(sheet)?.[0] ?? ''
    return {head, rest: sheet.slice(head.length)}
  })
  return parts.map(({head}) => head).join('') + parts.map(({rest}) => rest).join('')
}

/** Imports that stand at the head of a bundled sheet. */
const importsPattern = /^(?:\s*@import\s*(?:"[^"]*"|'[^']*'|url\((?:"[^"]*"|'[^']*'|[^)]*)\))[^;]*;)*/
