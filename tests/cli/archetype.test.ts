import {describe, expect, test} from 'vitest'
import {fillArchetype, plainArchetype, titleOf} from '#src/cli/archetype.ts'

const values = {title: 'My title', date: '2024-05-01', slug: 'my-title', section: 'articles'}

test('a plain article is a draft of today', () => {
  expect(fillArchetype(plainArchetype, values)).toBe(
    '---\ntitle: My title\ndate: 2024-05-01\ndraft: true\n---\n\n'
  )
})

test('placeholders are filled in front matter and text, and what nobody knows stays', () => {
  const archetype = '---\ntitle: {{ title }}\ntags: [{{section}}]\n---\n# {{title}} ({{slug}}) {{nobody}}\n'
  expect(fillArchetype(archetype, values)).toBe(
    '---\ntitle: My title\ntags: [articles]\n---\n# My title (my-title) {{nobody}}\n'
  )
})

describe('a title in front matter is read as it was meant', () => {
  test.each([
    ['Ümläute und mehr', 'Ümläute und mehr'],
    ["It's here", "It's here"],
    ['A: b', '"A: b"'],
    ['# 1', '"# 1"'],
    ['2024', '"2024"'],
    ['yes', '"yes"'],
    ['Say "hi"', '"Say \\"hi\\""'],
    ['- a', '"- a"']
  ])('%s', (title, written) => {
    expect(fillArchetype('---\ntitle: {{title}}\n---\n{{title}}\n', {...values, title})).toBe(
      `---\ntitle: ${written}\n---\n${title}\n`
    )
  })
})

test('an archetype without front matter is text', () => {
  expect(fillArchetype('{{title}}\n', {...values, title: 'A: b'})).toBe('A: b\n')
})

test.each([
  ['my-first-article', 'My first article'],
  ['über_uns', 'Über uns'],
  ['a', 'A']
])('%s is titled %s', (slug, title) => {
  expect(titleOf(slug)).toBe(title)
})
