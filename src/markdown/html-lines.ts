/** Names of elements that begin a block of HTML wherever they begin a line, as CommonMark lists them. */
const blockNames =
  `address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset
  figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol
  optgroup option p param search section summary table tbody td tfoot th thead title tr track ul`
    .split(/\s+/)
    .join('|')

/** A line that begins a block of HTML that ends with an empty line; any other tag does where it is alone in its line. */
const untilEmpty = new RegExp(
  String.raw`^[ \t>]*</?(?:(?:${blockNames})(?=[\s/>]|$)|[a-z][^<>]*>[ \t]*$)`,
  'i'
)

/** What begins a block of HTML that ends with a mark of its own, and that mark. */
const untilMark: ReadonlyArray<readonly [begin: RegExp, end: RegExp]> = [
  [/^[ \t>]*<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^[ \t>]*<!--/, /-->/],
  [/^[ \t>]*<\?/, /\?>/],
  [/^[ \t>]*<!\[CDATA\[/, /\]\]>/],
  [/^[ \t>]*<![a-z]/i, />/]
]

/** Tells, of one line outside of code after the other, whether it stands in a block of raw HTML. */
export function htmlLineReader(): (line: string) => boolean {
  let end: RegExp | undefined
  return (line) => {
    const begun = end === undefined ? untilMark.find(([begin]) => begin.test(line)) : undefined
    if (end === undefined && begun === undefined && untilEmpty.test(line)) end = /^[\s>]*$/
    end ??= begun?.[1]
    const isHtml = end !== undefined
    if (end?.test(line) === true) end = undefined
    return isHtml
  }
}
