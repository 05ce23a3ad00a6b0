import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {commands} from '#src/cli/option-table.ts'

const reference = readFileSync(join(import.meta.dirname, '../../content/reference/command-line.md'), 'utf8')

/** What the reference says of each command, by its name. */
const sections = new Map(
  reference.split(/^## (?=galley )/m).map((text) => [/^galley (\S+)/.exec(text)?.[1] ?? '', text])
)

test.each(Object.entries(commands))(
  'all that `galley %s --help` has stands in the reference',
  (name, {options}) => {
    const documented = new Set(sections.get(name)?.match(/--[\w-]+/g))
    const missing = Object.keys(options).filter(
      (option) => option !== 'help' && !documented.has(`--${option}`)
    )
    expect(missing).toEqual([])
  }
)
