import {codeBlock} from './code-block.js'
import {randomFrom} from './random.js'
import {phrase, word} from './words.js'

/**
 * Markdown of an article of about 8 kB, with what articles of engineering blogs have: headings of two levels, paragraphs with inline
 * markup, lists, a table, a quotation, code in several languages, and links. A link to another article is written `article:7`, for
 * each system to write in its own way.
 */
export function generatedText(number, count) {
  const random = randomFrom(number + 1)
  const parts = Array.from({length: 4 + below(random, 3)}, (_, index) => part(random, count, index))
  return [paragraph(random, count), ...parts].join('\n\n')
}

function part(random, count, index) {
  const second = index % 2 === 1 ? [`### ${phrase(random, 2, 4)}`, paragraph(random, count)] : []
  return [
    `## ${phrase(random, 2, 6)}`,
    paragraph(random, count),
    blocks[(index + below(random, 2)) % blocks.length](random, count),
    ...second,
    ...(random() < 0.7 ? [codeBlock(random)] : []),
    paragraph(random, count)
  ].join('\n\n')
}

const blocks = [list, table, quotation, steps]

function paragraph(random, count) {
  return Array.from({length: 3 + below(random, 3)}, () => sentence(random, count)).join(' ')
}

function sentence(random, count) {
  const text = phrase(random, 8, 18)
  const chance = random()
  if (chance < 0.12) return `${text} \`${word(random)}.${word(random)}()\` ${word(random)}.`
  if (chance < 0.2) return `${text} **${word(random)} ${word(random)}** ${word(random)}.`
  if (chance < 0.26) return `${text} *${word(random)}*.`
  if (chance < 0.33) return `${text}, see [${word(random)} ${word(random)}](article:${below(random, count)}).`
  if (chance < 0.37) return `${text} ([${word(random)}](https://example.com/${word(random)})).`
  return `${text}.`
}

function list(random, count) {
  return items(random, (index) =>
    index === 1 ? `- ${phrase(random, 3, 6)}\n  - ${sentence(random, count)}` : `- ${sentence(random, count)}`
  )
}

function steps(random, count) {
  return items(random, (index) => `${index + 1}. ${sentence(random, count)}`)
}

function items(random, item) {
  return Array.from({length: 3 + below(random, 4)}, (_, index) => item(index)).join('\n')
}

function table(random) {
  const rows = Array.from(
    {length: 4 + below(random, 6)},
    () => `| ${phrase(random, 1, 3)} | ${word(random)} | ${below(random, 1000)} |`
  )
  return ['| Name | Kind | Size |', '|---|---|--:|', ...rows].join('\n')
}

function quotation(random, count) {
  return `> ${sentence(random, count)} ${sentence(random, count)}`
}

function below(random, limit) {
  return Math.floor(random() * limit)
}
