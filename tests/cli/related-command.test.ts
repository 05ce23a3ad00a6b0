import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {RelatedArguments} from '#src/cli/parse-related-arguments.ts'
import {relatedCommand} from '#src/cli/related-command.ts'
import {temporarySite} from '../host/temporary-site.ts'
import {printingTerminal} from './printing-terminal.ts'

const files = {
  'site/content/a/apple.md':
    '---\ntitle: Apple\n---\nOrchards have fruit trees. Harvest apples. See [it](plum.md).\n',
  'site/content/a/pear.md': '---\ntitle: Pear\n---\nOrchards have fruit trees. Harvest pears.\n',
  'site/content/a/plum.md': '---\ntitle: Plum\n---\nOrchards have trees, and stones in plums.\n',
  'site/content/a/draft.md': '---\ntitle: Draft\ndraft: true\n---\nOrchards have fruit trees.\n',
  ...Object.fromEntries(
    Array.from({length: 12}, (_, number) => [
      `site/content/a/z${number}.md`,
      `---\ntitle: Filler ${number}\n---\nOwn${number}matter. Common${number % 3}word.\n`
    ])
  )
}

test('what belongs beside an article, how surely and why', async () => {
  const {printed, status} = await run({article: 'content/a/apple.md'})
  expect(status).toBe(0)
  const [title, first = '', words = '', second = ''] = printed.split('\n')
  expect(title).toBe('Apple')
  expect(first).toMatch(/^ {2}(?:high|medium|low) +Pear {2}content\/a\/pear\.md {2}\(shown\)$/)
  expect(words.trim().split(', ').sort()).toContain('orchard')
  expect(second).toMatch(/Plum {2}content\/a\/plum\.md {2}\(linked in the text\)$/)
  expect(printed).toContain('Uncalibrated')
})

test('an article by its address, as JSON', async () => {
  const {printed} = await run({article: '/a/apple/', json: true})
  expect(JSON.parse(printed)).toMatchObject({
    title: 'Apple',
    isCalibrated: false,
    matches: [
      {title: 'Pear', isShown: true, isLinked: false},
      {title: 'Plum', isLinked: true}
    ]
  })
})

test('a report on the site, also as a page', async () => {
  const {root, printed} = await run({article: undefined, html: 'report.html'})
  expect(printed).toMatch(/^Articles +15$/m)
  const page = readFileSync(join(root, 'report.html'), 'utf8')
  expect(page).toMatch(/<svg .*<circle .*<\/svg>/s)
})

test('an article that readers do not see, and a site that relates none', async () => {
  expect(await run({article: '/a/draft/'})).toMatchObject({
    status: 2,
    told: 'Expected an article that readers see in a section, found `/a/draft/`\n'
  })
  const config = {'site/galley.config.ts': 'export default {related: false}'}
  expect(await run({article: undefined}, config)).toMatchObject({
    status: 2,
    told: 'Expected `related` in the configuration, found `false`\n'
  })
})

test('a site with more sources than it allows', async () => {
  const config = {'site/galley.config.ts': 'export default {related: {articlesMax: 10}}'}
  expect(await run({article: 'content/a/apple.md'}, config)).toMatchObject({
    status: 2,
    told: 'Expected no more sources than `related.articlesMax` in the configuration, found more\n'
  })
})

async function run(
  wanted: Partial<RelatedArguments>,
  more: Readonly<Record<string, string>> = {}
): Promise<{
  readonly root: string
  readonly status: number
  readonly printed: string
  readonly told: string
}> {
  const {root, theme} = temporarySite({...files, ...more})
  const html = wanted.html === undefined ? {} : {html: join(root, wanted.html)}
  const {terminal, stdout, stderr} = printingTerminal()
  const status = await relatedCommand(
    {kind: 'related', article: undefined, folder: root, html: undefined, json: false, ...wanted, ...html},
    {terminal, themeFolder: theme, state: 'test', version: '0'}
  )
  return {root, status, printed: stdout(), told: stderr()}
}
