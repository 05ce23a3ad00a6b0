import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Host} from '#src/model/host.ts'
import {temporarySite} from './temporary-site.ts'

const imports =
  '@import "./partials/a.css";\n@import \'./partials/b.css\';\n@import "./c.css";\n@import "./partials/none.css";\n'
const theme = {
  'theme/assets/theme.css': `/* All */\n${imports}p {}\n`,
  'theme/assets/partials/a.css': 'a {}\n',
  'theme/assets/partials/b.css': 'b {}\n',
  'theme/assets/script.js': imports
}
const textOf = async (host: Host, path = 'templates/assets/theme.css'): Promise<string> =>
  new TextDecoder().decode(await host.read(path))

test('a style sheet and its parts are one file', async () => {
  const {host} = temporarySite(theme)
  expect((await host.list('templates/assets')).value.map(({path}) => path)).toEqual([
    'templates/assets/script.js',
    'templates/assets/theme.css'
  ])
  expect(await textOf(host)).toBe(
    '/* All */\na {}\nb {}\n@import "./c.css";\n@import "./partials/none.css";\np {}\n'
  )
  expect(await textOf(host, 'templates/assets/script.js')).toBe(imports)
})

test('each part may be the site’s own', async () => {
  const {host, write} = temporarySite({...theme, 'site/templates/assets/partials/b.css': 'i {}'})
  expect(await textOf(host)).toContain('a {}\ni {}\n@import "./c.css"')
  write('site/templates/assets/theme.css', '@import "./partials/b.css";\n')
  expect(await textOf(host)).toBe('i {}\n')
})

test.each<[string, string, string | undefined]>([
  ['an edit of a part', 'site/templates/assets/partials/b.css', 'u {}'],
  ['a part in the place of the theme’s', 'site/templates/assets/partials/a.css', 'a {}\n'],
  ['a part that goes', 'site/templates/assets/partials/b.css', undefined]
])('a style sheet has another stamp after %s, and a script has not', async (_, path, text) => {
  const {host, root, write} = temporarySite({...theme, 'site/templates/assets/partials/b.css': 'i {}'})
  const stamps = async (): Promise<ReadonlyArray<unknown>> => (await host.list('templates/assets')).value
  const [script, sheet] = await stamps()
  if (text === undefined) rmSync(join(root, '..', path))
  else write(path, text)
  const [scriptAfter, sheetAfter] = await stamps()
  expect(scriptAfter).toEqual(script)
  expect(sheetAfter).not.toEqual(sheet)
})
