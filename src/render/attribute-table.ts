import type {AttributeTable, AttributeType} from '#src/model/component.ts'

/** Names of attributes that every component has. */
export const commonAttributes: ReadonlyArray<string> = ['id', 'class']

/** Attributes that Galley itself sets, of which no author needs to know. */
export const internalAttributes: ReadonlySet<string> = new Set(['titled'])

/** What a component gets beside its attributes. */
const reservedNames: ReadonlySet<string> = new Set(['children', 'view', ...commonAttributes])

const types: ReadonlySet<unknown> = new Set([
  'text',
  'text?',
  'url',
  'url?',
  'number',
  'number?',
  'flag'
] satisfies ReadonlyArray<AttributeType>)

/** Whether an attribute with this name is something else for a component. */
export function isReserved(name: string): boolean {
  return reservedNames.has(name)
}

/** Whether what a component exports as `attributes` says of each what it holds. */
export function isAttributeTable(value: unknown): value is AttributeTable {
  return typeof value === 'object' && value !== null && Object.entries(value).every(isEntry)
}

/** The first entry that makes an object no table of attributes; `undefined` when it is no object. */
export function findWrongEntry(value: unknown): {readonly name: string; readonly type: unknown} | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const [name, type] = Object.entries(value).find((entry) => !isEntry(entry)) ?? []
  return name === undefined ? undefined : {name, type}
}

function isEntry([name, type]: readonly [string, unknown]): boolean {
  return !isReserved(name) && isType(type)
}

function isType(type: unknown): boolean {
  if (!Array.isArray(type)) return types.has(type)
  return type.length > 0 && type.every((word) => typeof word === 'string')
}
