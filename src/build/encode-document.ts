import type {Document} from '#src/model/document.ts'
import type {Fragment, Slot} from '#src/model/fragment.ts'

/** A document as text: a line of JSON, then body, excerpt and plain text. HTML within JSON takes several times as long to read. */
export function encodeDocument({body, excerpt, facts, ...rest}: Document): string {
  const {text, ...otherFacts} = facts
  const head: Head = {...rest, facts: otherFacts, body: headOf(body), excerpt: headOf(excerpt)}
  return [JSON.stringify(head), '\n', ...body.chunks, ...excerpt.chunks, text].join('')
}

/** The document that `encodeDocument` made bytes of, as UTF-8. */
export function decodeDocument(bytes: Buffer): Document {
  const encoded = bytes.toString('utf8')
  const headEnd = encoded.indexOf('\n')
  const {body, excerpt, facts, ...rest} = JSON.parse(encoded.slice(0, headEnd)) as Head
  let offset = headEnd + 1
  return {
    ...rest,
    body: {chunks: body.lengths.map(take), slots: body.slots},
    excerpt: {chunks: excerpt.lengths.map(take), slots: excerpt.slots},
    facts: {...facts, text: encoded.slice(offset)}
  }

  function take(length: number): string {
    offset += length
    return encoded.slice(offset - length, offset)
  }
}

/** A document without its long texts, which follow it unescaped. */
interface Head extends Omit<Document, 'body' | 'excerpt' | 'facts'> {
  readonly facts: Omit<Document['facts'], 'text'>
  readonly body: FragmentHead
  readonly excerpt: FragmentHead
}

interface FragmentHead {
  readonly slots: ReadonlyArray<Slot>
  /** Length of each chunk in UTF-16 code units. */
  readonly lengths: ReadonlyArray<number>
}

function headOf({chunks, slots}: Fragment): FragmentHead {
  return {slots, lengths: chunks.map(({length}) => length)}
}
