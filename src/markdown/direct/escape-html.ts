const textReferences: Readonly<Record<string, string>> = {'&': '&#x26;', '<': '&#x3C;'}

const attributeReferences: Readonly<Record<string, string>> = {
  '\0': '&#x0;',
  '"': '&#x22;',
  '&': '&#x26;',
  "'": '&#x27;',
  '`': '&#x60;'
}

/** Text as rehype-stringify writes it. */
export function escapeText(text: string): string {
  // Two searches are cheaper than a replacement that finds nothing.
  if (!text.includes('&') && !text.includes('<')) return text
  return text.replace(/[&<]/g, (character) => textReferences[character] ?? character)
}

/** The value of an attribute between double quotes, as rehype-stringify writes it. */
export function escapeAttribute(value: string): string {
  return value.replace(/[\0"&'`]/g, (character) => attributeReferences[character] ?? character)
}
