import {expect} from 'vitest'
import {createCompiler} from '#src/markdown/create-compiler.ts'
import {parseSite} from '../build/site-text.ts'
import {blockOf, noFeatures, showDiagnostics, showSlots, sourceOf, testOptions} from './compile-text.ts'

/** An article with the files of its site, and what is to come of it. */
export interface IncludeCase {
  /** `content/a.md`; its line feed at the end is left out. */
  readonly article: string
  /** The other files, each after a line `-- path --`. */
  readonly files?: string
  /** Files that are no text. */
  readonly binaries?: Readonly<Record<string, Uint8Array>>
  /** With slots as `{{link:…}}`. */
  readonly html?: string
  /** Each `place severity code reason`. Default: none. */
  readonly problems?: ReadonlyArray<string>
}

/** Includes are no matter of other features. */
const features = {...noFeatures, directives: true}

const compilers = [
  createCompiler(testOptions({features})),
  createCompiler(testOptions({features, remarkPlugins: [idle]})),
  createCompiler(testOptions({features, parser: 'remark'}))
]

/** Compile an article by both routes and both parsers: all give the same, and what is expected. */
export async function checkIncludes({
  article,
  files = '',
  binaries = {},
  html,
  problems
}: IncludeCase): Promise<void> {
  const source = await sourceOf('content/a.md', {...parseSite(files), ...binaries, 'content/a.md': article})
  const [direct, ...others] = await Promise.all(compilers.map((compile) => compile(source, blockOf(article))))
  if (direct === undefined) throw new Error('Expected a compiler')
  for (const other of others) expect(other).toStrictEqual(direct)
  expect(showDiagnostics(direct.diagnostics).split('\n').slice(0, -1)).toEqual(problems ?? [])
  if (html !== undefined) expect(showSlots(direct.value.body)).toBe(html)
}

/** A plugin that does nothing, but takes the processor. */
function idle(): void {}
