import {escapeText} from '../direct/escape-html.ts'
import {attributesOf} from '../direct/write-attributes.ts'
import type {WrittenHtml} from '../features/nodes.ts'
import type {CodeBlock} from './read-block.ts'
import type {Token} from './token.ts'

/**
 * What `buildCode` makes of a block, as text: code is most of the elements of many articles. `undefined` where something is said of the
 * block or of its lines.
 */
export function writeCode(block: CodeBlock, tokens: ReadonlyArray<Token>): WrittenHtml | undefined {
  const {fence, title, firstNumber, isWrapped, marks} = block
  if (title !== undefined || firstNumber !== undefined || isWrapped || marks.size > 0) return undefined
  const attributes = fence.language === '' ? '' : attributesOf({className: [`language-${fence.language}`]})
  if (block.text === '') return {html: `<pre><code${attributes}></code></pre>`, text: ''}
  let html = `<pre><code${attributes}>`
  for (const {kind, text} of tokens) {
    html += kind === undefined ? escapeText(text) : `<span class="hl-${kind}">${escapeText(text)}</span>`
  }
  return {html: `${html}\n</code></pre>`, text: `${block.text}\n`}
}
