import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const project = join(import.meta.dirname, '../..')

test.each(['content/reference/promises.md', 'SECURITY.md', 'ARCHITECTURE.md'])(
  'each test that %s names is there',
  (page) => {
    const text = readFileSync(join(project, page), 'utf8')
    const named = Array.from(text.matchAll(/`(tests\/[^`\s]+)`/g), ([, path]) => path ?? '')
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((path) => !existsSync(join(project, path)))).toEqual([])
  }
)

test('each promise names a test', () => {
  const rows = readFileSync(join(project, 'content/reference/promises.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter((row) => !row.includes('`tests/'))).toEqual([])
})
