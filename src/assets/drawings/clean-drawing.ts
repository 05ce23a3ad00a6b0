import {
  parseXml,
  XmlCdata,
  XmlDocumentType,
  XmlElement,
  type XmlNode,
  XmlProcessingInstruction,
  XmlText
} from '@rgrove/parse-xml'
import {cleanStyle} from './clean-style.ts'
import {cleanAttribute, isDrawing, svgNamespace} from './drawing-rules.ts'
import {expandEntities, hasOnlyTexts} from './expand-entities.ts'
import {
  isDeclaration,
  type NamedElement,
  type Namespaces,
  nameElement,
  type WrittenAttribute
} from './xml-names.ts'

/** A drawing without what could run, or load from elsewhere. */
export interface CleanDrawing {
  /** What was written, but for what is removed. */
  readonly text: string
  /** What was removed, as an author would look for it: `<script>`, `onload`. Each once, in the order of the text. */
  readonly removed: ReadonlyArray<string>
}

/** Part of a text, and what is to stand there. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Take from an SVG what a browser would run, and what it would load from elsewhere. The rest stays as it was written.
 *
 * Throws an `Error` with a reason for what is no XML.
 */
export function cleanDrawing(written: string): CleanDrawing {
  const declarations = declarationsOf(written)
  const text = declarations === null ? written : expandEntities(written, declarations)
  const removed = new Set<string>()
  const cuts: Array<Cut> = []
  for (const node of parseXml(text, parsing).children) {
    if (node instanceof XmlDocumentType) cleanType(node)
    else clean(node, {})
  }
  return {text: withCuts(text, cuts), removed: [...removed]}

  function clean(node: XmlNode, outer: Namespaces): void {
    // A style sheet for a drawing may be XSLT, which makes anything of it.
    if (node instanceof XmlProcessingInstruction) remove(node, `<?${node.name}?>`)
    if (!(node instanceof XmlElement)) return
    const named = nameElement(node, outer)
    if (!isDrawing(named.name, named.attributes)) {
      remove(node, `<${node.name}>`)
      return
    }
    cleanTag(node, named)
    if (named.name.local === 'style' && named.name.namespace === svgNamespace) cleanSheet(node)
    for (const child of node.children) clean(child, named.namespaces)
  }

  function remove({start, end}: XmlNode, what: string): void {
    cuts.push({start, end, text: ''})
    removed.add(what)
  }

  /** What is declared may give elements attributes that stand nowhere. */
  function cleanType({start, end, internalSubset}: XmlDocumentType): void {
    if (internalSubset === null) return
    cuts.push({start, end, text: ''})
    if (!hasOnlyTexts(internalSubset)) removed.add('<!DOCTYPE>')
  }

  function cleanTag(
    {name: written, start, end, children}: XmlElement,
    {name, attributes}: NamedElement
  ): void {
    const kept: Array<string> = []
    let isAsItWas = true
    for (const attribute of attributes) {
      const value = isDeclaration(attribute.written) ? attribute.value : cleanAttribute(name, attribute)
      if (value !== undefined) kept.push(` ${attribute.written}="${escapeAttribute(value)}"`)
      if (value === attribute.value) continue
      removed.add(describe(attribute))
      isAsItWas = false
    }
    if (isAsItWas) return
    const [first] = children
    const tag = `<${written}${kept.join('')}`
    cuts.push(
      first === undefined ? {start, end, text: `${tag}/>`} : {start, end: first.start, text: `${tag}>`}
    )
  }

  /** A style sheet is its texts in a row, whatever stands between them. */
  function cleanSheet({children}: XmlElement): void {
    const texts = children.filter(
      (part): part is XmlText => part instanceof XmlText || part instanceof XmlCdata
    )
    const css = texts.map((part) => part.text).join('')
    const cleaned = cleanStyle(css)
    if (cleaned === css) return
    removed.add('<style>')
    for (const [index, {start, end}] of texts.entries())
      cuts.push({start, end, text: index === 0 ? escapeText(cleaned ?? '') : ''})
  }
}

const parsing = {
  includeOffsets: true,
  preserveCdata: true,
  preserveComments: true,
  preserveDocumentType: true
}

/** What a document type declares by itself; `null` for most, which have none. */
function declarationsOf(text: string): string | null {
  if (!text.includes('<!DOCTYPE')) return null
  const {children} = parseXml(text, {...parsing, resolveUndefinedEntity: () => ''})
  const type = children.find((node) => node instanceof XmlDocumentType)
  return type instanceof XmlDocumentType ? type.internalSubset : null
}

/** An address that leads elsewhere is told with it. */
function describe({written, local, value}: WrittenAttribute): string {
  return local === 'href' ? `${written}="${value.trim().slice(0, shownLength)}"` : written
}

/** Characters of an address: a picture may stand in it. */
const shownLength = 60

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A line break that was written as itself is a space by now; the others were meant. */
function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
}

/** Cuts lie beside each other or one in the other: of two the outer one counts. */
function withCuts(text: string, cuts: ReadonlyArray<Cut>): string {
  let done = 0
  let result = ''
  for (const {start, end, text: instead} of [...cuts].sort((a, b) => a.start - b.start)) {
    if (start < done) continue
    result += text.slice(done, start) + instead
    done = end
  }
  return result + text.slice(done)
}
