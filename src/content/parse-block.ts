import matter from 'gray-matter'
import {parseToml} from './parse-toml.ts'
import {parseJson, parseYaml} from './parse-yaml.ts'
import {plainTree} from './plain-yaml.ts'
import type {Origin, Parsed} from './tree.ts'

/** The languages that are data. */
export type Language = 'yaml' | 'toml' | 'json'

type Parse = (text: string, origin: Origin) => Parsed

const parsers: Readonly<Record<Language, Parse>> = {yaml: parseYaml, toml: parseToml, json: parseJson}

/** Gray-matter's own engines would load other parsers, without places, and some would run code. */
const engines: Readonly<Record<string, (input: string) => object>> = {
  yaml: handOver,
  toml: handOver,
  json: handOver,
  js: refuse,
  javascript: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse
}

/**
 * Parse the text of a block as gray-matter hands it to the engine of the language.
 *
 * `text` is without fences and has no lone CR: neither gray-matter nor `yaml` takes one for a line end.
 */
export function parseBlock(text: string, language: Language, origin: Origin): Parsed {
  // What gray-matter would hand on as it is: with its own copies of the text it takes as long as reading that.
  const tree = language === 'yaml' ? plainTree(text) : undefined
  if (tree !== undefined) return {tree, diagnostics: []}
  const fence = closingFence(text)
  // An options object switches off gray-matter's cache, which gives `{}` for a broken text on its second reading.
  const file = matter(`---\n${text}\n${fence}`, {language, delimiters: ['---', fence], engines})
  const handed: unknown = file.data['text']
  // Without any text but comments gray-matter calls no engine, and the data is an empty object.
  return typeof handed === 'string' ? parsers[language](handed, origin) : {diagnostics: []}
}

/** The text goes back under a name of its own, because gray-matter takes a field `excerpt_separator` for an option. */
function handOver(input: string): object {
  // The input starts with the line end of the opening fence.
  return {text: input.slice(1)}
}

/** Longer than any run of dashes at a line's start, because gray-matter closes at `---` whatever follows it. */
function closingFence(text: string): string {
  let longest = 2
  for (const [run] of text.matchAll(/^-{3,}/gm)) longest = Math.max(longest, run.length)
  return '-'.repeat(longest + 1)
}

/** The built-in engines run code; no language leads here, and this holds if one ever does. */
function refuse(): never {
  throw new Error('A front matter engine that runs code was called')
}
