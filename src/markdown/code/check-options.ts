import {closest} from '#src/diagnostics/closest.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Fence} from './fence.ts'
import {hugoNames, optionNames} from './hugo-options.ts'
import {unknownOption} from './messages.ts'

/** Words that mean something behind the language. */
const words: ReadonlyArray<string> = [
  'lineNumbers',
  'showLineNumbers',
  'noLineNumbers',
  'wrap',
  'noWrap',
  'diff',
  'fragment'
]

/** Names that have a value. */
const names: ReadonlyArray<string> = ['title', 'filename', 'file', 'focus', 'lineNumbers', 'showLineNumbers']

/** Names that mean something beside a file, and are near to words that other tools have. */
const furtherNames: ReadonlySet<string> = new Set(['lines', 'region', ...words])

/** Other tools have options of their own: of what is shorter nobody knows whether it is a mistake. */
const misspelledMin = 4

/**
 * Report options of a fence that are near to one that there is. All others are left alone, since articles have them for other tools.
 *
 * Diagnostics: `markdown/unknown-code-option`.
 */
export function checkOptions({meta, placeOf}: Fence, file: string): ReadonlyArray<Diagnostic> {
  const diagnostics: Array<Diagnostic> = []
  for (const word of meta.words) check(word, words)
  for (const name of meta.attributes.keys()) if (!furtherNames.has(name)) check(name, names)
  for (const name of meta.options.flatMap(optionNames)) check(name, hugoNames)
  return diagnostics

  function check(found: string, known: ReadonlyArray<string>): void {
    if (found.length < misspelledMin || known.includes(found)) return
    const plain = found.replace(/[-_]/g, '').toLowerCase()
    const intended = known.find((name) => name.toLowerCase() === plain) ?? closest(found, known)
    if (intended !== undefined)
      diagnostics.push(unknownOption({file, place: placeOf(found)}, found, intended))
  }
}
