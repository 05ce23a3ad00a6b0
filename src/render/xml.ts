/** A finished piece of XML. */
export type Xml = string & {readonly __brand: 'Xml'}

type Attributes = Readonly<Record<string, string>>

/** A document with its declaration, each child of its root on lines of its own. */
export function xmlDocument(root: string, attributes: Attributes, children: ReadonlyArray<Xml>): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${xmlElement(root, attributes, children)}\n`
}

/** An element with text, which is escaped, or with children; without any it is empty. Names are taken as they are. */
export function xmlElement(name: string, attributes: Attributes, content: string | ReadonlyArray<Xml>): Xml {
  const start = startTag(name, attributes)
  if (content.length === 0) return `${start}/>` as Xml
  const inner = typeof content === 'string' ? escapeXml(content) : `\n${content.join('\n')}\n`
  return `${start}>${inner}</${name}>` as Xml
}

/** An element with a long text full of markup, which stands in it as it is: to escape a whole article takes longer than to link it. */
export function xmlMarkup(name: string, attributes: Attributes, text: string): Xml {
  // The end of a section cannot stand in it: it is cut in two there.
  const kept = withoutForeign(text).replaceAll(']]>', ']]]]><![CDATA[>')
  return `${startTag(name, attributes)}><![CDATA[${kept}]]></${name}>` as Xml
}

function startTag(name: string, attributes: Attributes): string {
  let start = `<${name}`
  for (const [key, value] of Object.entries(attributes)) start += ` ${key}="${escapeXml(value)}"`
  return start
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // In text for the sake of `]]>`, which XML allows nowhere.
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;'
}

/** Text for an element or a quoted attribute. */
function escapeXml(text: string): string {
  return withoutForeign(text).replace(/[&<>"']/g, (character) => references[character] ?? '')
}

/** All that is not `Char` of XML 1.0 (section 2.2), which not even a reference may name; with `u` also half surrogates. */
const foreign = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

function withoutForeign(text: string): string {
  return text.replace(foreign, '')
}
