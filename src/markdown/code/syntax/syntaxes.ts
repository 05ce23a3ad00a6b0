import type {Mistake} from './mistake.ts'
import type {Reading} from './parse-script.ts'

/** A language whose code can be parsed. */
export interface Syntax {
  /** As people call it. */
  readonly name: string
  /** The first mistake in a text. */
  readonly parse: (text: string) => Promise<Mistake | undefined>
  /** What stands in a text that is not meant to parse, as for something that was left out. */
  readonly gap: RegExp
}

/** The syntax of a language of code, by any of its names; `undefined` for one that nothing here parses. */
export function syntaxOf(language: string): Syntax | undefined {
  return syntaxes.get(language.toLowerCase())
}

const plain: Reading['around'] = ['', '']
const asValue: Reading['around'] = ['(\n', '\n)']
const asMembers: Reading['around'] = ['({\n', '\n})']
const inClass: Reading['around'] = ['(class {\n', '\n})']
const inFunction: Reading['around'] = ['async () => {\n', '\n}']
const inInterface: Reading['around'] = ['interface X {\n', '\n}']
const asType: Reading['around'] = ['type X =\n', '']

const parts = [plain, asValue, asMembers, inClass, inFunction]
const typedParts = [...parts, inInterface, asType]

const jsonReadings = readings(['json'], [plain, ['{\n', '\n}'], ['[\n', '\n]']])

/** What is wrong with a program, and is none with an example: names that come twice, and what is right in another place. */
const toleratedInExamples =
  /already been declared|^Multiple exports|^Top-level return|ECMAScript module|experimental decorators|^Cannot use "(?:break|continue)"/

const toleratedWithComments = /^JSON does not support/

const nothing = /^(?!)/

/** An ellipsis, whose dots in programs may also spread a value, or what says by itself that it is wrong. */
const gapInProgram = /…|\.\.\.?(?![.\w$([{'"`])|syntax ?error/i

/** An ellipsis, or a placeholder of a template or for a person. */
const gapInData = /…|\.\.\.|\{\{|\{%|<%|<[a-z][a-z _-]*>/i

const syntaxes: ReadonlyMap<string, Syntax> = new Map([
  ...data('JSON', 'json', withReadings(jsonReadings, nothing)),
  ...data('JSON with comments', 'jsonc', withReadings(jsonReadings, toleratedWithComments)),
  ...data('JSON5', 'json5', withReadings(readings(['js'], [asValue, asMembers]), nothing)),
  ...data('YAML', 'yaml yml', async (text) => (await import('./parse-data.ts')).parseYamlCode(text)),
  ...data('TOML', 'toml', async (text) => (await import('./parse-data.ts')).parseTomlCode(text)),
  ...program('JavaScript', 'js javascript mjs cjs jsx', readings(['jsx'], parts)),
  ...program('TypeScript', 'ts typescript mts cts', readings(['ts', 'tsx'], typedParts)),
  ...program('TypeScript', 'tsx', readings(['tsx'], typedParts))
])

type NamedSyntax = readonly [language: string, Syntax]

function data(name: string, languages: string, parse: Syntax['parse']): ReadonlyArray<NamedSyntax> {
  return languages.split(' ').map((language) => [language, {name, parse, gap: gapInData}])
}

function program(name: string, languages: string, all: ReadonlyArray<Reading>): ReadonlyArray<NamedSyntax> {
  const parse = withReadings(all, toleratedInExamples)
  return languages.split(' ').map((language) => [language, {name, parse, gap: gapInProgram}])
}

function withReadings(all: ReadonlyArray<Reading>, tolerated: RegExp): Syntax['parse'] {
  return async (text) => (await import('./parse-script.ts')).parseScript(text, all, tolerated)
}

function readings(
  loaders: ReadonlyArray<Reading['loader']>,
  around: ReadonlyArray<Reading['around']>
): ReadonlyArray<Reading> {
  return around.flatMap((one) => loaders.map((loader) => ({loader, around: one})))
}
