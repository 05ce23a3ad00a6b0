import {findBlock} from './find-block.ts'

/** All of a text that its front matter follows from: texts with the same have the same front matter, whatever their bodies say. */
export function frontMatterText(text: string): string {
  const block = findBlock(text)
  if (block === undefined) return ''
  // Whether an opening line that nothing closes is a thematic break depends on what follows.
  return block.isClosed ? text.slice(0, block.bodyOffset) : text
}
