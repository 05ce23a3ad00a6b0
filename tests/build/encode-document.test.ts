import {expect, test} from 'vitest'
import {decodeDocument} from '#src/build/store/decode-document.ts'
import {encodeDocument} from '#src/build/store/encode-document.ts'
import {emptyBody} from '#src/markdown/empty-body.ts'
import type {Document} from '#src/model/document.ts'
import type {Fragment, ReferenceSlot} from '#src/model/fragment.ts'
import {noPlaces} from '#src/model/front-matter-places.ts'
import type {SourcePath} from '#src/model/source.ts'

function slotTo(reference: string): ReferenceSlot {
  return {reference, role: 'link', place: {line: 3, column: 5, endLine: 3, endColumn: 9}}
}

function documentOf(body: Fragment, excerpt: Fragment): Document {
  return {
    path: 'content/a.md' as SourcePath,
    frontMatter: {params: {}},
    places: noPlaces,
    diagnostics: [],
    gist: {words: [], references: []} as unknown as Document['gist'],
    body,
    excerpt,
    facts: {...emptyBody.facts, text: 'One, two, three: ünd “more”', wordCount: 5}
  }
}

function again(document: Document): Document {
  const {head, gist, texts} = encodeDocument(document)
  return decodeDocument({head: Buffer.from(head), gist: Buffer.from(gist), texts: Buffer.from(texts)})
}

const [one, two, three] = [slotTo('one.md'), slotTo('two.md'), slotTo('three.md')]
const body: Fragment = {chunks: ['<p>ä ', ' “', '” ', '</p>'], slots: [one, two, three]}

test('a document comes back as it was', () => {
  const document = documentOf(body, {chunks: ['<p>', '</p>'], slots: [slotTo('else.md')]})
  expect(again(document)).toEqual(document)
})

test('links that an excerpt shares with the body are kept once', () => {
  const document = documentOf(body, {chunks: ['<p>', ', ', '</p>'], slots: [two, three]})
  const found = again(document)
  expect(found).toEqual(document)
  expect(found.excerpt.slots[0]).toBe(found.body.slots[1])
  expect(encodeDocument(document).texts.match(/two\.md/g)).toHaveLength(1)
})

test('links of an excerpt that stand in another order than in the body are its own', () => {
  const document = documentOf(body, {chunks: ['<p>', ', ', '</p>'], slots: [one, three]})
  expect(again(document)).toEqual(document)
})
