/** Of elements, and names of anchors, which browsers take for ids; in quotes, as all HTML has them that is rendered. */
const idAttribute = /\s(?:id|name)=(?:"([^"]*)"|'([^']*)')/g

/** What may be a target of `#fragment` references in finished HTML: rather too much than too little. */
export function findIds(html: string): ReadonlyArray<string> {
  const ids = Array.from(html.matchAll(idAttribute), ([, double, single]) =>
    decodeReferences(double ?? single ?? '')
  )
  return [...new Set(ids)]
}

/** What the two writers of HTML escape in attributes. */
function decodeReferences(value: string): string {
  return value
    .replace(/&(?:quot|#x22|#34);/g, '"')
    .replace(/&(?:lt|#x3c);/gi, '<')
    .replace(/&(?:amp|#x26|#38);/g, '&')
}
