import {createCompiler} from '#src/markdown/create-compiler.ts'
import type {Document} from '#src/model/document.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import type {Source} from '#src/model/source.ts'
import {compileSource} from './compile-source.ts'

/** Compile every source, in order. */
export async function compileSources(
  sources: ReadonlyArray<Source>,
  options: MarkdownOptions,
  onCompiled: (done: number, total: number) => void
): Promise<ReadonlyArray<Document>> {
  const compileBody = createCompiler(options)
  const documents: Array<Document> = []
  for (const source of sources) {
    documents.push(await compileSource(source, compileBody))
    onCompiled(documents.length, sources.length)
  }
  return documents
}
