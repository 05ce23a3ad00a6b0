import {randomFrom} from './random.js'
import {phrase} from './words.js'

/** Folders of content. Some are several times as large as others. */
export const sections = [
  'languages',
  'databases',
  'frontend',
  'infrastructure',
  'performance',
  'security',
  'networks',
  'design',
  'tooling',
  'graphics',
  'compilers',
  'history'
]

const categories = ['guides', 'notes', 'releases', 'research', 'reviews', 'stories', 'talks', 'tutorials']

const subjects =
  'api browser build cache cloud code data deploy editor event file font graph grid http image index memory model network'.split(
    ' '
  )
const aspects = 'basics costs design errors history internals limits patterns testing tuning'.split(' ')
const tags = subjects.flatMap((subject) => aspects.map((aspect) => `${subject}-${aspect}`))

const firstDay = Date.UTC(2010, 0, 1)
const lastDay = Date.UTC(2025, 0, 1)

/**
 * All that is known of an article but its text.
 *
 * @param {number} number
 *   From 0.
 * @param {number} count
 *   Articles of the site, over which the dates are spread. No two are equal, so that every system has the same order.
 */
export function frontMatterOf(number, count) {
  const random = randomFrom(1_000_003 * (number + 1))
  const lean = (values) => values[Math.floor(random() ** 1.7 * values.length)]
  const named = new Set(Array.from({length: 3}, () => lean(tags)))
  const seconds = Math.floor((firstDay + ((lastDay - firstDay) * number) / count) / 1000)
  return {
    number,
    path: pathOf(number),
    title: `${phrase(random, 3, 7)} ${number}`,
    description: `${phrase(random, 10, 18)}.`,
    date: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'),
    category: lean(categories),
    tags: [...named]
  }
}

/** Where an article lies below the folder of content, and below the site's address: `design/article-7`. */
export function pathOf(number) {
  const section = sections[Math.floor(randomFrom(number)() ** 1.4 * sections.length)]
  return `${section}/article-${number}`
}
