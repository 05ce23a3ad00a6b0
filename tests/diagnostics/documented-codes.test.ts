import {readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {expect, test} from 'vitest'
import {hintCodes, warningCodes} from '#src/diagnostics/codes.ts'
import {errorCodes} from '#src/diagnostics/error-codes.ts'

const folder = join(import.meta.dirname, '../../content/reference/messages')

/** A code as its paragraph tells of it. */
interface Documented {
  readonly code: string
  readonly id: string
  /** With which the paragraph begins. */
  readonly severity: string
  /** Name of the page. */
  readonly page: string
}

const documented = readdirSync(folder)
  .filter((name) => name !== '_index.md')
  .flatMap((name) => codesOf(basename(name, '.md'), readFileSync(join(folder, name), 'utf8')))

test('every code has one paragraph, on the page of its stage, and there is no other', () => {
  const known = [
    ...errorCodes.map((code) => `${code} Error`),
    ...warningCodes.map((code) => `${code} Warning`),
    ...hintCodes.map((code) => `${code} Hint`)
  ]
  expect(documented.map(({code, severity}) => `${code} ${severity}`).sort()).toEqual(known.sort())
})

test('a paragraph is found by the name of its code', () => {
  const misplaced = documented.filter(({code, id, page}) => code !== `${page}/${id}`)
  expect(misplaced).toEqual([])
})

test('the codes of a page are in order', () => {
  const codes = documented.map(({code}) => code)
  const pages = [...new Set(documented.map(({page}) => page))].map((page) =>
    codes.filter((code) => code.startsWith(`${page}/`))
  )
  for (const page of pages) expect(page).toEqual([...page].sort())
})

function codesOf(page: string, text: string): ReadonlyArray<Documented> {
  return [...text.matchAll(/^## (.*)\n\n(\w+)/gm)].map(([, heading = '', severity = '']) => {
    const [, code = heading, id = ''] = /^`(.*)` \{#(.*)\}$/.exec(heading) ?? []
    return {code, id, severity, page}
  })
}
