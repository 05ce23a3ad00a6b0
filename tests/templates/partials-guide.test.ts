import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'

const guide = readFileSync('content/guide/templates.md', 'utf8')

/** Lines of the table of partials: file, exports, what they get. */
const rows = [...guide.matchAll(/^\| `(partials\/[^`]+)` \| (.+) \| (.+) \|$/gm)].map(
  ([, file = '', exported = '', props = '']) => ({file, exported: wordsIn(exported), props: wordsIn(props)})
)

describe('the guide to templates', () => {
  test('names partials', () => {
    expect(rows.length).toBeGreaterThan(10)
  })

  test.each(rows)('names exports of $file, and what they get', async ({file, exported, props}) => {
    const module: object = await import(`../../templates/${file}`)
    expect(Object.keys(module)).toEqual(expect.arrayContaining([...exported]))
    const text = readFileSync(`templates/${file}`, 'utf8')
    expect(props.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
  })
})

function wordsIn(cell: string): ReadonlyArray<string> {
  return [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
}
