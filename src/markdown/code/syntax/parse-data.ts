import {ParseError, parseTOML} from 'toml-eslint-parser'
import {parseAllDocuments} from 'yaml'
import {type Mistake, mistakeAt} from './mistake.ts'

/** The first mistake in a text of YAML, which may have several documents. */
export function parseYamlCode(text: string): Mistake | undefined {
  const options = {version: '1.2', uniqueKeys: false, prettyErrors: false, logLevel: 'error'} as const
  const documents = parseAllDocuments(text, options)
  const [error] = Array.isArray(documents) ? documents.flatMap(({errors}) => errors) : []
  // The parser catches what itself cannot go on with.
  if (error?.message.startsWith('Maximum call stack')) throw new RangeError(error.message)
  return error && mistakeAt(text, error.pos[0], error.message)
}

/** The first mistake in a text of TOML. That a name is given twice is none: examples show one way below the other. */
export function parseTomlCode(text: string): Mistake | undefined {
  // What is quoted of front matter has its fences.
  const bare = text.replace(/^\+\+\+[ \t]*$/gm, (fence) => ' '.repeat(fence.length))
  try {
    parseTOML(bare)
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    if (error.message.startsWith('Defining a key multiple times')) return undefined
    return mistakeAt(text, error.index, error.message)
  }
  return undefined
}
