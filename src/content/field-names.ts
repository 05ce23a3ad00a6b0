import {textsFields, valueFields} from './fields.ts'

/** The names of all fields as authors write them. */
export const fieldNames: ReadonlyArray<string> = [
  ...Object.values(valueFields).map(({name}) => name),
  ...textsFields.map(({name}) => name),
  'params',
  'cascade'
]

/** Every accepted spelling of `name`: as it is, in snake_case and in camelCase. */
export function spellingsOf(name: string): ReadonlyArray<string> {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return [...new Set([name, snake, camel])]
}
