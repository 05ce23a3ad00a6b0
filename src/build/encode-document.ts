import type {Document, DocumentHead} from '#src/model/document.ts'
import type {Fragment, Slot} from '#src/model/fragment.ts'

/** A document as two texts, since most who ask for one want its head alone. */
export interface EncodedDocument {
  /** A line of JSON, without a line feed. */
  readonly head: string
  /** A line of JSON, then body, excerpt, Markdown and plain text: HTML within JSON takes several times as long to read. */
  readonly texts: string
}

export function encodeDocument(document: Document): EncodedDocument {
  const {body, excerpt, facts, markdown} = document
  const {text, outline: _, wordCount: __, features: ___, ...otherFacts} = facts
  const textsHead: TextsHead = {
    facts: otherFacts,
    body: headOf(body),
    excerpt: headOf(excerpt),
    ...(markdown && {markdown: headOf(markdown)})
  }
  return {
    head: JSON.stringify(documentHead(document)),
    texts: [
      JSON.stringify(textsHead),
      '\n',
      ...body.chunks,
      ...excerpt.chunks,
      ...(markdown?.chunks ?? []),
      text
    ].join('')
  }
}

/** The head that `encodeDocument` made bytes of, as UTF-8. */
export function decodeHead(bytes: Buffer): DocumentHead {
  return JSON.parse(bytes.toString('utf8')) as DocumentHead
}

/** The document of a head and its texts, as UTF-8. */
export function decodeDocument(
  {outline, wordCount, features, ...head}: DocumentHead,
  texts: Buffer
): Document {
  const encoded = texts.toString('utf8')
  const headEnd = encoded.indexOf('\n')
  const {body, excerpt, facts, markdown} = JSON.parse(encoded.slice(0, headEnd)) as TextsHead
  let offset = headEnd + 1
  return {
    ...head,
    body: {chunks: body.lengths.map(take), slots: body.slots},
    excerpt: {chunks: excerpt.lengths.map(take), slots: excerpt.slots},
    ...(markdown && {markdown: {chunks: markdown.lengths.map(take), slots: markdown.slots}}),
    facts: {...facts, outline, wordCount, features, text: encoded.slice(offset)}
  }

  function take(length: number): string {
    offset += length
    return encoded.slice(offset - length, offset)
  }
}

/** What is neither in the head nor a long text. */
interface TextsHead {
  readonly facts: Omit<Document['facts'], 'text' | keyof DocumentHead>
  readonly body: FragmentHead
  readonly excerpt: FragmentHead
  readonly markdown?: FragmentHead
}

interface FragmentHead {
  readonly slots: ReadonlyArray<Slot>
  /** Length of each chunk in UTF-16 code units. */
  readonly lengths: ReadonlyArray<number>
}

function headOf({chunks, slots}: Fragment): FragmentHead {
  return {slots, lengths: chunks.map(({length}) => length)}
}

/** What is asked of a document without its texts. */
export function documentHead({path, frontMatter, places, diagnostics, facts}: Document): DocumentHead {
  const {outline, wordCount, features} = facts
  return {path, frontMatter, places, diagnostics, outline, wordCount, features}
}
