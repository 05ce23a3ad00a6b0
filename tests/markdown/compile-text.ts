import {openIncludedFiles} from '#src/build/read/included-files.ts'
import type {Checked, Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {type CompilerOptions, createCompiler, type MarkdownCompiler} from '#src/markdown/create-compiler.ts'
import type {CompiledBody} from '#src/model/document.ts'
import type {Fragment, ReferenceSlot, Slot} from '#src/model/fragment.ts'
import type {FrontMatterBlock} from '#src/model/front-matter.ts'
import {defaultFeatures, type MarkdownFeatures} from '#src/model/markdown-options.ts'
import type {Source, SourcePath} from '#src/model/source.ts'

/** CommonMark and GitHub's extensions as they are specified. */
export const noFeatures: MarkdownFeatures = {
  ...defaultFeatures,
  directives: false,
  callouts: false,
  mermaid: false,
  shortcodes: false,
  headingLinks: false,
  tables: false,
  taskLists: false,
  figures: false,
  externalLinks: {},
  highlight: false,
  lineNumbers: false,
  wrapLines: false,
  checkCode: false
}

/** Options of a compiler for tests, by default those of a site without any. */
export function testOptions(options: Partial<CompilerOptions>): CompilerOptions {
  return {
    parser: 'native',
    html: 'keep',
    keepsMarkdown: false,
    keepsProse: false,
    secondsMax: 10,
    language: 'en',
    features: defaultFeatures,
    remarkPlugins: [],
    rehypePlugins: [],
    ...options
  }
}

/** Everything that can be switched on. */
export const allFeatures: MarkdownFeatures = {
  ...defaultFeatures,
  math: true,
  wikilinks: true,
  emoji: true,
  smartPunctuation: 'de',
  superscript: true,
  subscript: true,
  highlightMarks: true,
  abbreviations: true
}

/** Compile a text without front matter, as the file `a.md`. */
export function compileText(text: string, options: Partial<CompilerOptions>): Promise<Checked<CompiledBody>> {
  return compileBlock(text, {format: 'none', bodyOffset: 0}, options)
}

/** A source of a site that is given as files, with all that it includes as a build hands it over. */
export async function sourceOf(
  path: string,
  files: Readonly<Record<string, string | Uint8Array>>
): Promise<Source> {
  const source = {path: sourcePath(path), text: String(files[path] ?? '')}
  const inclusion = await openIncludedFiles(memoryHost(files), new Map()).open(source)
  return inclusion === undefined ? source : {...source, included: inclusion.files}
}

/** An article in one folder that includes a text from another, and has a heading, a link, a footnote and a mark of its own. */
export function articleIncluding(text: string): Source {
  const path = sourcePath('parts/b.md')
  return {
    path: sourcePath('content/a.md'),
    text: '# A\n\n[b](c.md) [^1]\n\n::include{file="/parts/b.md"}\n\n<!-- more -->\n\n[b]: d\n\n[^1]: e\n',
    included: new Map([[path, {kind: 'text', text, bodyOffset: blockOf(text).bodyOffset}]])
  }
}

/** Compile a text whose front matter is known, as the file `a.md`. */
export function compileBlock(
  text: string,
  block: Parameters<MarkdownCompiler>[1],
  options: Partial<CompilerOptions>
): Promise<Checked<CompiledBody>> {
  return createCompiler(testOptions(options))({path: sourcePath('a.md'), text}, block)
}

/** The front matter that a text starts with, by its fences alone. */
export function blockOf(text: string): Pick<FrontMatterBlock, 'format' | 'bodyOffset'> {
  const block = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0]
  return block === undefined ? {format: 'none', bodyOffset: 0} : {format: 'yaml', bodyOffset: block.length}
}

/** A path as the host gives it. */
export function sourcePath(path: string): SourcePath {
  return path as SourcePath
}

/** HTML with every reference resolved by `resolve`, and components as elements. */
function joinFragment({chunks, slots}: Fragment, resolve: (slot: ReferenceSlot) => string): string {
  return chunks.map((chunk, index) => chunk + joint(slots[index], resolve)).join('')
}

/** HTML as if the references were left as written. */
export function htmlOf(fragment: Fragment): string {
  return joinFragment(fragment, ({reference}) => reference.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
}

/** HTML that shows where the slots are. */
export function showSlots(fragment: Fragment): string {
  return joinFragment(fragment, ({role, reference}) => `{{${role}:${reference}}}`)
}

/** Diagnostics as lines: place, severity, code, reason. */
export function showDiagnostics(diagnostics: ReadonlyArray<Diagnostic>): string {
  return diagnostics
    .map(({place, severity, code, reason, file, includedBy}) => {
      const included = includedBy === undefined ? '' : `${file} `
      return `${included}${showPlace(place)} ${severity} ${code} ${reason}\n`
    })
    .join('')
}

function showPlace(place: Place | undefined): string {
  return place === undefined ? '-' : `${place.line}:${place.column}-${place.endLine}:${place.endColumn}`
}

function joint(slot: Slot | undefined, resolve: (slot: ReferenceSlot) => string): string {
  if (slot === undefined) return ''
  if ('reference' in slot) return resolve(slot)
  // Of no file is the size known here.
  if ('sizeOf' in slot) return ''
  const {component, spot, attributes, children} = slot
  // What an author gave a component is no HTML, and must not become some here: `<` is as good in JSON's other spelling.
  const written = attributes
    .map(({name, value}) => ` ${name}=${JSON.stringify(value).replaceAll('<', '\\u003c')}`)
    .join('')
  return `{{${spot} ${component}${written}}}${joinFragment(children, resolve)}{{/${component}}}`
}
