import {expect, test} from 'vitest'
import {findSourceLine} from '#src/dev-server/find-source-line.ts'

const source = `---
title: The title
---

# Heading {#own-id}

First paragraph with a [link](https://example.com/a/b/c "A title") and *more* text
that goes on -- for "two" lines.

- One item
- Same item
- Same item

\`\`\`js
const answer = 42
\`\`\`

| Cell | Other |
|------|-------|
| a 1  | b 2   |

The end, for the first time.

The end, for the last time.
`

test.each([
  ['The title', 0, 2],
  ['Heading', 0, 5],
  ['First paragraph with a link and more text that goes on – for “two” lines.', 0, 7],
  ['One item', 0, 10],
  ['Same item', 0, 11],
  ['Same item', 1, 12],
  ['Same item', 9, 12],
  ['const answer = 42', 0, 15],
  ['a 1 b 2', 0, 20],
  ['The end, for the last time.', 0, 24],
  ['What another article is about', 0, undefined],
  ['First things of another article', 0, undefined],
  ['…', 0, undefined]
])('%s (%i)', (text, nth, line) => {
  expect(findSourceLine(source, {text, nth})).toBe(line)
})
