import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/*
 * Writes a site of articles of the size and shape that engineering blogs have: about 9 kB each, with headings, lists, links
 * to other articles, a table and code. The same count gives the same bytes.
 */

const words =
  `system build graph query value trace article render parser token stream cache hash input output worker thread
memory latency index search engine model vector match label confidence threshold pipeline storage object page theme layout
script style network protocol request response server client browser document section heading paragraph example result
measure figure table code function module package version release change review design reason problem method data`.split(
    /\s+/
  )

const sectionCount = 12

/** Write `count` articles and a configuration below `folder`. */
export function makeSite(folder, count) {
  const random = randomFrom(42)
  for (let number = 0; number < count; number++) {
    const file = join(folder, pathOf(number))
    mkdirSync(join(file, '..'), {recursive: true})
    writeFileSync(file, article(number, count, random))
  }
  writeFileSync(
    join(folder, 'galley.config.ts'),
    `import {defineConfig} from 'galley'\nexport default defineConfig({title: 'Bench', baseUrl: 'https://example.org/'})\n`
  )
}

/** Path of an article's source below the site. */
export function pathOf(number) {
  return `content/s${number % sectionCount}/article-${number}.md`
}

function article(number, count, random) {
  const pick = (limit) => Math.floor(random() * limit)
  const word = () => words[pick(words.length)]
  const phrase = (length) => Array.from({length}, word).join(' ')
  const paragraph = () => Array.from({length: 4 + pick(4)}, () => `${phrase(8 + pick(12))}.`).join(' ')
  const tags = [...new Set([pick(200), pick(200), pick(50)])].map((tag) => `tag-${tag}`)
  const day = new Date(Date.UTC(2010, 0, 1) + number * 43_200_000).toISOString().slice(0, 10)
  const parts = Array.from({length: 5}, (_, index) => {
    const link = `[${word()}](../../${pathOf(pick(count))})`.replace('../../content/', '../')
    const code = Array.from({length: 8}, () => `const ${word()} = ${word()}(${word()}, ${pick(100)})`).join(
      '\n'
    )
    const rows = Array.from({length: 6}, () => `| ${word()} | ${pick(1000)} |`).join('\n')
    const table = index === 2 ? `| a | b |\n|---|--:|\n${rows}\n\n` : ''
    return `## ${phrase(4)}\n\n${paragraph()} See ${link}.\n\n- ${phrase(6)}\n- **${word()}** ${phrase(7)}\n\n\`\`\`js\n${code}\n\`\`\`\n\n${table}${paragraph()}\n`
  })
  return `---
title: ${phrase(5)} ${number}
description: ${phrase(12)}
date: ${day}
category: category-${number % 8}
tags: [${tags.join(', ')}]
authors: [author-${number % 20}]
---

${paragraph()}

${parts.join('\n')}`
}

/** Numbers from 0 to before 1 by a linear congruential generator. */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}
