import type {XmlElement} from '@rgrove/parse-xml'
import type {XmlAttribute, XmlName} from './drawing-rules.ts'

/** Prefixes, and the namespaces that they stand for; the empty one for names without. */
export type Namespaces = Readonly<Record<string, string>>

/** An attribute with its name as it is written. */
export interface WrittenAttribute extends XmlAttribute {
  readonly written: string
}

/** An element's names, as browsers understand them. */
export interface NamedElement {
  readonly name: XmlName
  readonly attributes: ReadonlyArray<WrittenAttribute>
  /** For what is in it. */
  readonly namespaces: Namespaces
}

/** Tell prefixes from names, within the namespaces of the elements around. */
export function nameElement({name, attributes}: XmlElement, outer: Namespaces): NamedElement {
  const written = Object.entries(attributes)
  const declared = written.flatMap(([attribute, value]) =>
    isDeclaration(attribute) ? [[attribute === 'xmlns' ? '' : localOf(attribute), value]] : []
  )
  const namespaces: Namespaces = {...outer, ...Object.fromEntries(declared)}
  return {
    name: {local: localOf(name), namespace: namespaces[prefixOf(name)]},
    attributes: written.map(([attribute, value]) => ({
      written: attribute,
      value,
      local: localOf(attribute),
      // An attribute without a prefix is in no namespace, also where its element is in one.
      namespace: attribute.includes(':') ? (namespaces[prefixOf(attribute)] ?? '') : undefined
    })),
    namespaces
  }
}

/** Whether an attribute says what a prefix stands for. */
export function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:')
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : ''
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
