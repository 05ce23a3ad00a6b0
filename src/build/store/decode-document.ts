import type {Buffer} from 'node:buffer'
import type {Document, DocumentHead, DocumentTexts} from '#src/model/document.ts'
import type {Slot} from '#src/model/fragment.ts'
import type {Gist} from '#src/model/related.ts'

/** A document as three texts, since most who ask for one want its head alone, and who relates articles wants the gist of all. */
export interface EncodedDocument {
  /** A line of JSON, without a line feed. */
  readonly head: string
  /** Likewise. */
  readonly gist: string
  /** A line of JSON, then body, excerpt, Markdown and plain text: HTML within JSON takes several times as long to read. */
  readonly texts: string
}

/** Of the three texts. Versions of Galley tell themselves apart by the name of a document. */
export const formats: {readonly [Part in keyof EncodedDocument]: string} = {
  head: 'head 1',
  gist: 'gist 1',
  texts: 'texts 1'
}

/** The head that `encodeDocument` made bytes of, as UTF-8. */
export function decodeHead(bytes: Buffer): DocumentHead {
  return JSON.parse(bytes.toString('utf8')) as DocumentHead
}

/** The gist that `encodeDocument` made bytes of, as UTF-8. */
export function decodeGist(bytes: Buffer): Gist {
  return JSON.parse(bytes.toString('utf8')) as Gist
}

/** The document of its three texts, as UTF-8. */
export function decodeDocument(encoded: {readonly [Part in keyof EncodedDocument]: Buffer}): Document {
  const {outline, wordCount, features, ...head} = decodeHead(encoded.head)
  const {facts, ...texts} = decodeTexts(encoded.texts)
  return {...head, ...texts, gist: decodeGist(encoded.gist), facts: {...facts, outline, wordCount, features}}
}

/** The texts that `encodeDocument` made bytes of, as UTF-8. */
export function decodeTexts(bytes: Buffer): DocumentTexts {
  const texts = bytes.toString('utf8')
  const headEnd = texts.indexOf('\n')
  const {body, excerpt, facts, markdown} = JSON.parse(texts.slice(0, headEnd)) as TextsHead
  let offset = headEnd + 1
  return {
    body: {chunks: body.lengths.map(take), slots: body.slots},
    excerpt: {chunks: excerpt.lengths.map(take), slots: slotsOf(excerpt, body)},
    ...(markdown && {markdown: {chunks: markdown.lengths.map(take), slots: markdown.slots}}),
    facts: {...facts, text: texts.slice(offset)}
  }

  function take(length: number): string {
    offset += length
    return texts.slice(offset - length, offset)
  }
}

/** What is neither in the head nor a long text. */
export interface TextsHead {
  readonly facts: Omit<DocumentTexts['facts'], 'text'>
  readonly body: FragmentHead
  readonly excerpt: FragmentHead | PartHead
  readonly markdown?: FragmentHead
}

export interface FragmentHead {
  readonly slots: ReadonlyArray<Slot>
  /** Length of each chunk in UTF-16 code units. */
  readonly lengths: ReadonlyArray<number>
}

/** Of a fragment whose slots are among those of the body, one behind the other. */
export interface PartHead extends Pick<FragmentHead, 'lengths'> {
  /** Index of the first of them. */
  readonly firstSlot: number
}

function slotsOf(head: FragmentHead | PartHead, {slots}: FragmentHead): ReadonlyArray<Slot> {
  if ('slots' in head) return head.slots
  return slots.slice(head.firstSlot, head.firstSlot + head.lengths.length - 1)
}
