import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {bundledProgram} from './bundled-program.ts'
import {temporarySite} from './temporary-site.ts'

/** Loads a site, renders its template `a` as a component, and prints what came of it. */
const program = `
import {h} from 'preact'
import {render} from 'preact-render-to-string'
import {nodeHost} from '#src/host/node-host.ts'

const [root, theme, output] = process.argv.slice(2)
const host = nodeHost({root, theme, output})
const config = await host.loadConfig('staging')
const templates = await host.findTemplates().then(({load}) => load())
const [a, b] = templates.value
let stack = ''
try {
  b.render({})
} catch (error) {
  stack = error.stack
}
console.log(JSON.stringify({config, diagnostics: templates.diagnostics, html: render(h(a.render)), stack}))
`

test('works when Galley itself is bundled, and lets the process end', async () => {
  const file = await bundledProgram(program)
  const site = temporarySite({
    'site/galley.config.ts': `import {defineConfig, z} from 'galley'
export default defineConfig(({environment}) => ({title: environment + typeof z.string}))`,
    'theme/a.tsx': `import {useState} from 'preact/hooks'
export default () => <p>{useState('A')[0]}</p>`,
    'theme/b.tsx': `interface Unused {}

export default (): never => {
  throw new Error('Out of ink')
}`,
    'theme/c.tsx': `interface Unused {}\nthrow new Error('Out of paper')`
  })
  const {stdout, stderr} = await promisify(execFile)(
    process.execPath,
    [file, site.root, site.theme, site.output],
    {timeout: 20_000, cwd: '/'}
  )
  const printed = JSON.parse(stdout)
  expect(stderr).toBe('')
  expect(printed.config).toMatchObject({value: {value: {title: 'stagingfunction'}}, diagnostics: []})
  expect(printed.html).toBe('<p>A</p>')
  expect(printed.diagnostics).toMatchObject([
    {code: 'host/template-throws', file: 'templates/c.tsx', place: {line: 2, column: 7}}
  ])
  expect(printed.stack).toContain(`${join(site.theme, 'b.tsx')}:4:9`)
})
