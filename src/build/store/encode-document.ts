import {Buffer} from 'node:buffer'
import type {Document, DocumentHead} from '#src/model/document.ts'
import {type Fragment, firstSlotWithin} from '#src/model/fragment.ts'
import {
  type EncodedDocument,
  type FragmentHead,
  formats,
  type PartHead,
  type TextsHead
} from './decode-document.ts'
import type {PackRecord} from './document-pack.ts'
import {seal} from './sealed-store.ts'

/** What a pack takes of a document: its texts, each sealed, with a line feed between them. */
export function documentRecord(name: string, document: Document): PackRecord {
  const {head, gist, texts} = encodeDocument(document)
  return {
    name,
    parts: [
      ...seal(formats.head, name, head),
      lineFeed,
      ...seal(formats.gist, name, gist),
      lineFeed,
      ...seal(formats.texts, name, texts)
    ]
  }
}

const lineFeed = Buffer.from('\n')

export function encodeDocument(document: Document): EncodedDocument {
  const {body, excerpt, facts, markdown} = document
  const {text, outline: _, wordCount: __, features: ___, ...otherFacts} = facts
  const textsHead: TextsHead = {
    facts: otherFacts,
    body: headOf(body),
    excerpt: headWithin(body, excerpt),
    ...(markdown && {markdown: headOf(markdown)})
  }
  return {
    head: JSON.stringify(documentHead(document)),
    gist: JSON.stringify(document.gist),
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

function headOf({chunks, slots}: Fragment): FragmentHead {
  return {slots, lengths: chunks.map(({length}) => length)}
}

function headWithin(body: Fragment, part: Fragment): FragmentHead | PartHead {
  const {slots, lengths} = headOf(part)
  const firstSlot = firstSlotWithin(body, part)
  return firstSlot === undefined ? {slots, lengths} : {firstSlot, lengths}
}

/** What is asked of a document without its texts. */
export function documentHead({path, frontMatter, places, diagnostics, facts}: Document): DocumentHead {
  const {outline, wordCount, features} = facts
  return {path, frontMatter, places, diagnostics, outline, wordCount, features}
}
