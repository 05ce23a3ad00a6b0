import {splitFrontMatter} from '#src/content/split-front-matter.ts'
import {typeFrontMatter} from '#src/content/type-front-matter.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {MarkdownCompiler} from '#src/markdown/create-compiler.ts'
import type {Document} from '#src/model/document.ts'
import type {SourceTask, Store} from '#src/model/host.ts'
import type {Source} from '#src/model/source.ts'
import {writeDocument} from './document-store.ts'

/** Compile one source, alone: split and type its front matter, compile its body. */
export async function compileSource(source: Source, compileBody: MarkdownCompiler): Promise<Document> {
  const block = splitFrontMatter(source)
  const frontMatter = typeFrontMatter(source.path, block.value)
  const body = await compileBody(source, block.value)
  return {
    path: source.path,
    frontMatter: frontMatter.value,
    places: block.value.places,
    ...body.value,
    diagnostics: [...block.diagnostics, ...frontMatter.diagnostics, ...body.diagnostics]
  }
}

/** Compile sources into the store; returns the diagnostics of each. */
export async function compileTasks(
  tasks: ReadonlyArray<SourceTask>,
  compileBody: MarkdownCompiler,
  store: Pick<Store, 'write'>
): Promise<ReadonlyArray<ReadonlyArray<Diagnostic>>> {
  const diagnostics: Array<ReadonlyArray<Diagnostic>> = []
  for (const {source, document: name} of tasks) {
    const document = await compileSource(source, compileBody)
    writeDocument(store, name, document)
    diagnostics.push(document.diagnostics)
  }
  return diagnostics
}
