/** Some editors give the names of namespaces names of their own. A text that is longer, or has markup or names in it, is none of these. */
const textEntity = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"&%<]{0,200})"|'([^'&%<]{0,200})')\s*>/g

/** A text in which the names that its document type declares for texts stand for themselves: it needs no declarations any more. */
export function expandEntities(text: string, declarations: string): string {
  const values = new Map<string, string>()
  for (const [, name = '', double, single] of declarations.matchAll(textEntity)) {
    // Of two declarations the first counts.
    if (!values.has(name)) values.set(name, escapeQuotes(double ?? single ?? ''))
  }
  return text.replace(/&([\w.-]+);/g, (reference, name: string) => values.get(name) ?? reference)
}

/** Whether declarations do no more than that. */
export function hasOnlyTexts(declarations: string): boolean {
  return declarations.replace(textEntity, '').trim() === ''
}

function escapeQuotes(text: string): string {
  return text.replaceAll('"', '&quot;').replaceAll("'", '&apos;')
}
