import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type CompilerOptions, createCompiler, type MarkdownCompiler} from '#src/markdown/create-compiler.ts'
import type {Document, Heading} from '#src/model/document.ts'
import type {Fragment} from '#src/model/fragment.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import type {CompiledSource, SourceTask} from '#src/model/host.ts'
import {type Recorder, startSpan} from '#src/model/recorder.ts'
import type {ArticleWords, Prose} from '#src/model/related.ts'
import type {Source} from '#src/model/source.ts'
import {type WrittenArticle, wordReader} from '#src/related/read-words.ts'
import {loadWordForms} from '#src/related/word-forms.ts'
import type {AppendRecords, PackRecord} from '../store/document-pack.ts'
import {documentRecord} from '../store/encode-document.ts'
import {readFrontMatter} from './read-front-matter.ts'
import {frontMatterTypesetter, type TypesetFrontMatter} from './typeset-front-matter.ts'

/** What compiles sources with the options of a site. */
export interface SourceCompiler {
  readonly compileBody: MarkdownCompiler
  readonly typeset: TypesetFrontMatter
  /** Finds the words of articles. */
  readonly readWords: () => Promise<(article: WrittenArticle) => ArticleWords>
}

/** A compiler for the sources of a site with these options. */
export function openSourceCompiler(options: CompilerOptions): SourceCompiler {
  let reading: ReturnType<SourceCompiler['readWords']> | undefined
  return {
    compileBody: createCompiler(options),
    typeset: frontMatterTypesetter(options.features),
    readWords() {
      reading ??= loadWordForms(options.language).then(wordReader)
      return reading
    }
  }
}

/** Compile one source, alone: split and type its front matter, compile its body. */
export async function compileSource(
  source: Source,
  {compileBody, typeset, readWords}: SourceCompiler
): Promise<Document> {
  const {block, own} = readFrontMatter(source, typeset)
  const {title} = own.frontMatter
  const body = await compileBody(source, {...block, ...(title === undefined ? {} : {title})})
  const {prose, ...compiled} = body.value
  return {
    ...own,
    ...compiled,
    gist: {
      ...(prose && {
        words: (await readWords())({...prose, ...headOf(own.frontMatter, compiled.facts.outline)})
      }),
      references: referencesOf(compiled.body)
    },
    diagnostics: [...own.diagnostics, ...body.diagnostics]
  }
}

/** What stands above the text, with the words in which an author sums it up. A text without a title is called by its first heading. */
function headOf(
  {title, description, shortDescription}: FrontMatter,
  outline: ReadonlyArray<Heading>
): Omit<WrittenArticle, keyof Prose> {
  const headings = outline.map(({text}) => text)
  return {
    title: title ?? headings[0] ?? '',
    description: [description, shortDescription].join('\n'),
    headings
  }
}

function referencesOf(body: Fragment): ReadonlyArray<string> {
  return [...new Set(linksIn(body))]

  function linksIn({slots}: Fragment): ReadonlyArray<string> {
    return slots.flatMap((slot) => {
      if ('component' in slot) return linksIn(slot.children)
      const isLink = 'reference' in slot && slot.role === 'link' && !slot.reference.startsWith('#')
      return isLink ? [slot.reference] : []
    })
  }
}

/** Where documents go, and who is told of the work. */
export interface CompileTarget {
  readonly append: AppendRecords
  /** Told of the time that each article takes. */
  readonly recorder?: Recorder | undefined
  /** Counts the articles that were begun, for whoever watches from another thread. */
  readonly begun?: Int32Array | undefined
}

/**
 * Compile sources into the store.
 *
 * @returns
 *   What each came to, in the order of the tasks.
 */
export async function compileTasks(
  tasks: ReadonlyArray<SourceTask>,
  compiler: SourceCompiler,
  {append, recorder, begun}: CompileTarget
): Promise<ReadonlyArray<CompiledSource>> {
  const records: Array<PackRecord> = []
  const diagnostics: Array<ReadonlyArray<Diagnostic>> = []
  for (const {source, document: name} of tasks) {
    const end = startSpan(recorder)
    if (begun !== undefined) Atomics.add(begun, 0, 1)
    const document = await compileSource(source, compiler)
    // Its bytes at once: a document that waits for the others of its batch outlives what the engine takes for young.
    records.push(documentRecord(name, document))
    diagnostics.push(document.diagnostics)
    end({category: 'article', name: source.path})
  }
  // Who only wants a thread to be ready gives it nothing, which begins no pack.
  const locations = records.length === 0 ? [] : append(records)
  return locations.map((location, index) => ({location, diagnostics: diagnostics[index] ?? []}))
}
