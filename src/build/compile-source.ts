import {type CompilerOptions, createCompiler, type MarkdownCompiler} from '#src/markdown/create-compiler.ts'
import type {Document} from '#src/model/document.ts'
import type {CompiledSource, SourceTask} from '#src/model/host.ts'
import {type Recorder, startSpan} from '#src/model/recorder.ts'
import type {Source} from '#src/model/source.ts'
import type {AppendRecords} from './document-pack.ts'
import {writeDocuments} from './document-store.ts'
import {readFrontMatter} from './read-front-matter.ts'
import {frontMatterTypesetter, type TypesetFrontMatter} from './typeset-front-matter.ts'

/** What compiles sources with the options of a site. */
export interface SourceCompiler {
  readonly compileBody: MarkdownCompiler
  readonly typeset: TypesetFrontMatter
}

/** A compiler for the sources of a site with these options. */
export function openSourceCompiler(options: CompilerOptions): SourceCompiler {
  return {compileBody: createCompiler(options), typeset: frontMatterTypesetter(options.features)}
}

/** Compile one source, alone: split and type its front matter, compile its body. */
export async function compileSource(
  source: Source,
  {compileBody, typeset}: SourceCompiler
): Promise<Document> {
  const {block, own} = readFrontMatter(source, typeset)
  const body = await compileBody(source, block)
  return {...own, ...body.value, diagnostics: [...own.diagnostics, ...body.diagnostics]}
}

/**
 * Compile sources into the store.
 *
 * @param recorder
 *   Told of the time that each article takes.
 * @returns
 *   What each came to, in the order of the tasks.
 */
export async function compileTasks(
  tasks: ReadonlyArray<SourceTask>,
  compiler: SourceCompiler,
  append: AppendRecords,
  recorder?: Recorder
): Promise<ReadonlyArray<CompiledSource>> {
  const documents: Array<readonly [name: string, document: Document]> = []
  for (const {source, document: name} of tasks) {
    const end = startSpan(recorder)
    documents.push([name, await compileSource(source, compiler)])
    end({category: 'article', name: source.path})
  }
  const locations = writeDocuments(append, documents)
  return locations.map((location, index) => ({
    location,
    diagnostics: documents[index]?.[1].diagnostics ?? []
  }))
}
