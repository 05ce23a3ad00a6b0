import type {Heading} from 'mdast'
import {listMdast} from '../list-nodes.ts'
import {splitCustomId} from '../split-custom-id.ts'

/** Whether a heading has the words of a title, whatever its marks and punctuation. One without letters is like no other. */
export function isSameTitle(heading: Heading, title: string): boolean {
  const values = listMdast(heading).map((node) => ('value' in node ? node.value : ''))
  const written = values.join('')
  const words = lettersOf(splitCustomId(written)?.text ?? written)
  return words !== '' && words === lettersOf(title)
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
