import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {AttributeTable, AttributeType, AttributeValue} from '#src/model/component.ts'
import type {ComponentAttribute, ComponentCall} from '#src/model/fragment.ts'
import {ownValue} from '#src/model/own-value.ts'
import {commonAttributes, internalAttributes, isReserved} from './attribute-table.ts'
import {missingAttribute, unknownAttribute, wrongAttribute} from './component-messages.ts'

/** Values of attributes by name. */
export type AttributeValues = Readonly<Record<string, AttributeValue>>

/** What readers of attributes need to know beside the call. */
export interface AttributeReader {
  /** Path of the article. */
  readonly file: string
  /** What the component exports as `attributes`; without, all are texts. */
  readonly table: AttributeTable | undefined
  /** Turns an address into what `href` may have; `undefined` where that cannot be, which it reports itself. */
  readonly toUrl: (attribute: ComponentAttribute) => string | undefined
}

/**
 * The attributes of a call as its component wants them.
 *
 * Diagnostics, all errors: `render/missing-attribute`, `render/unknown-attribute`, `render/wrong-attribute`.
 */
export function readAttributes(
  {component, attributes, place}: ComponentCall,
  {file, table, toUrl}: AttributeReader
): Checked<AttributeValues> {
  const diagnostics: Array<Diagnostic> = []
  const names = Object.keys(table ?? {})
  const values = new Map<string, AttributeValue>()
  for (const [name, type] of Object.entries(table ?? {})) {
    if (type === 'flag') values.set(name, false)
    else if (typeof type !== 'string') values.set(name, type[0])
    else if (type.endsWith('?') || isGiven(name)) values.set(name, undefined)
    else diagnostics.push(missingAttribute({file, component, place}, name))
  }
  for (const attribute of attributes) {
    const {value} = attribute
    // Arguments of shortcodes without a name are the attributes in their order.
    const name = names[/^\d+$/.test(attribute.name) ? Number(attribute.name) : -1] ?? attribute.name
    const spot = {file, component, place: attribute.place ?? place}
    const type = commonAttributes.includes(name) ? 'text' : typeOf(name, table)
    if (type === undefined) {
      diagnostics.push(unknownAttribute(spot, name, [...publicNames(names), ...commonAttributes]))
    } else if (type === 'url' || type === 'url?') values.set(name, toUrl({...attribute, name}))
    else {
      const read = readValue(value, type)
      if (read === undefined) diagnostics.push(wrongAttribute(spot, name, value, type))
      else values.set(name, read)
    }
  }
  return {value: Object.fromEntries(values), diagnostics}

  function isGiven(name: string): boolean {
    return attributes.some((given) => given.name === name || given.name === `${names.indexOf(name)}`)
  }
}

function typeOf(name: string, table: AttributeTable | undefined): AttributeType | undefined {
  if (table !== undefined) return ownValue(table, name)
  return isReserved(name) ? undefined : 'text'
}

function publicNames(names: ReadonlyArray<string>): ReadonlyArray<string> {
  return names.filter((name) => !internalAttributes.has(name))
}

const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)$/

/** The value of an attribute that is no address; `undefined` when it is of another type. */
function readValue(value: string, type: Exclude<AttributeType, 'url' | 'url?'>): AttributeValue {
  if (type === 'text' || type === 'text?') return value
  if (type === 'number' || type === 'number?') return numeral.test(value) ? Number(value) : undefined
  if (type !== 'flag') return type.find((word) => word === value)
  if (value === '' || value === 'true') return true
  return value === 'false' ? false : undefined
}
