import {afterAll, beforeAll, expect, test} from 'vitest'
import {repeatsMax} from '#src/diagnostics/limit-repeats.ts'
import {type BadSite, type BuiltSite, openGoodSite} from '../bad-inputs/bad-site.ts'
import {type BundledCommand, bundleCommand} from '../incremental/bundled-command.ts'
import {type HostileText, hostileExtensions, hostileFrontMatter, hostileMarkdown} from './hostile-texts.ts'

/** Enough that what takes the square of it takes minutes for all of them; `npm run bench:hostile` measures each with ten times as many. */
const times = 5_000

/** What may be said of such a text, apart from its content: that it is more than what is read. */
const refusals: ReadonlySet<string> = new Set([
  'build/compile-too-slow',
  'content/key-too-long',
  'content/toml-syntax',
  'content/too-many-values',
  'content/too-nested',
  'content/yaml-syntax',
  'markdown/bad-formula',
  'markdown/broken-shortcode',
  'markdown/include-missing-file',
  'markdown/include-too-much',
  'markdown/shortcode-not-closed',
  'markdown/too-deep',
  'markdown/too-many',
  'markdown/unclosed-container',
  'render/unknown-component',
  'routing/too-many-broken'
])

const texts = [...hostileMarkdown, ...hostileExtensions, ...hostileFrontMatter]

let command: BundledCommand
let site: BadSite
let built: BuiltSite

beforeAll(async () => {
  command = bundleCommand()
  site = await openGoodSite(command)
  for (const [index, text] of texts.entries()) site.write({[`content/${index}.md`]: articleOf(text)})
  site.write({'content/good.md': '---\ntitle: Good\n---\nBetter.\n'})
  built = await site.build(['--keep-going'])
}, 180_000)

afterAll(() => {
  site.close()
  command.close()
})

function articleOf(text: HostileText): string {
  const written = text.write(times)
  return hostileFrontMatter.includes(text) ? written : `# Hostile\n\n${written}\n`
}

test.each(texts.map(({name}, index) => ({name, index})))('$name: a page, or a refusal', ({index}) => {
  const errors = built.told.filter(
    ({file, line}) => file === `content/${index}.md` && line.includes(' error ')
  )
  const codes = new Set(errors.map(({line}) => line.slice(line.lastIndexOf(' ') + 1)))
  expect([...codes].filter((code) => !refusals.has(code))).toEqual([])
  if (codes.size === 0) expect(site.built(`${index}/index.html`)).toContain('</html>')
})

test('of thousands of mistakes of one kind the first thousand are told', () => {
  const index = texts.findIndex(({name}) => name === 'emphasis around links')
  const told = built.told.filter(
    ({file, line}) => file === `content/${index}.md` && line.endsWith('routing/broken-reference')
  )
  expect(told).toHaveLength(repeatsMax)
})

test('all others are built, and the process ends by itself', () => {
  expect({status: built.status, stderr: built.stderr}).toEqual({status: 1, stderr: ''})
  expect(site.built('good/index.html')).toContain('Better.')
})
