import {execFile} from 'node:child_process'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {bundledProgram} from './bundled-program.ts'
import {settled} from './kept-site.ts'
import {type TemporarySite, temporarySite} from './temporary-site.ts'

const site = {
  'site/galley.config.ts': `import {plugin} from './plugin.ts'
export default ({environment}) => {
  if (environment === 'broken') plugin()
  return {title: environment}
}`,
  'site/plugin.ts': `interface Unused {}

export const plugin = (): never => {
  throw new Error('No plugin')
}`,
  'theme/a.tsx': `import {fail} from './partials/fail.ts'
interface Unused {}
export default ({isBad}) => <p>{isBad ? fail() : 'A'}</p>`,
  'theme/partials/fail.ts': `interface Unused {}

export function fail(): never {
  throw new Error('Out of ink')
}`
}

test('never imports the bundler, and finds errors in the same places', async () => {
  const made = temporarySite(site)
  const program = await bundledProgram(loader)
  await settled()
  const [fresh] = await run(program, made, ['load'])
  const [kept] = await run(program, made, ['load'], noBundler)
  expect(kept).toEqual(fresh)
  expect(fresh).toMatchObject({html: '<p>A</p>', title: 'production', diagnostics: []})
  expect(fresh.stack).toContain(`${join(made.theme, 'partials/fail.ts')}:4:9`)
  expect(fresh.stack).toContain(`${join(made.theme, 'a.tsx')}:3:`)
  expect(fresh.broken).toMatchObject([
    {code: 'config/throws', file: 'plugin.ts', place: {line: 4, column: 9}, reason: /No plugin/}
  ])
  await expect(run(program, temporarySite(site), ['load'], noBundler)).rejects.toThrow('no bundler')
})

test('and its threads load what is kept, or what they bundle, at once', async () => {
  const made = temporarySite(site)
  const program = await bundledProgram(loader)
  await settled()
  const titles = Array(6).fill('production')
  expect(await run(program, made, ['threads'])).toEqual([titles])
  expect(await run(program, made, ['threads'], noBundler)).toEqual([titles])
})

test('only since it was kept says so, and no longer than it does', async () => {
  const site = temporarySite({
    'site/a.txt': 'A',
    'theme/a.tsx': `import {readFileSync} from 'node:fs'
const text = readFileSync(process.argv[2] + '/a.txt', 'utf8')
export default () => <p>{text}</p>`
  })
  const program = await bundledProgram(loader)
  await settled()
  expect(await run(program, site, ['load'])).toMatchObject([{html: '<p>A</p>'}])
  rmSync(join(site.root, 'a.txt'))
  expect(await run(program, site, ['load', 'repair', 'load', 'load'])).toMatchObject([
    {diagnostics: [{code: 'host/template-throws', file: 'templates/a.tsx', place: {line: 2, column: 14}}]},
    {html: '<p>B</p>', diagnostics: []},
    {html: '<p>B</p>', diagnostics: []}
  ])
})

/** Loads a site and renders it, once for each `load` in the arguments. */
const loader = `
import {writeFileSync} from 'node:fs'
import {isMainThread, parentPort, Worker} from 'node:worker_threads'
import {h} from 'preact'
import {render} from 'preact-render-to-string'
import {nodeHost} from '#src/host/node-host.ts'

const [root, theme, output, ...steps] = process.argv.slice(2)
const host = nodeHost({root, theme, output})

async function load() {
  const {value, diagnostics} = await host.loadConfig('production')
  const broken = await host.loadConfig('broken')
  const templates = await host.findTemplates().then(({load}) => load())
  const [template] = templates.value
  let stack = ''
  try {
    render(h(template?.render, {isBad: true}))
  } catch (error) {
    // Where a promise went on within Node depends on what else had to be waited for.
    stack = error.stack.replaceAll(/\\n.*\\(node:.*/g, '').replaceAll(/file:.*/g, '')
  }
  return {
    title: value.value?.title,
    html: template && render(h(template.render)),
    diagnostics: [...diagnostics, ...templates.diagnostics],
    broken: broken.diagnostics,
    stack
  }
}

function startThread() {
  return new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url), {argv: process.argv.slice(2)}).on('message', resolve).on('error', reject)
  })
}

if (isMainThread) {
  const answers = []
  for (const step of steps) {
    if (step === 'repair') writeFileSync(root + '/a.txt', 'B')
    if (step === 'load') answers.push(await load())
    if (step === 'threads') answers.push(await Promise.all(Array.from({length: 6}, startThread)))
  }
  console.log(JSON.stringify(answers))
} else {
  parentPort.postMessage((await host.loadConfig('production')).value.value.title)
}
`

const hook = `export const resolve = (specifier, context, next) => {
  if (specifier === 'esbuild') throw new Error('There is no bundler')
  return next(specifier, context)
}`

/** Arguments of Node with which an import of the bundler fails. */
const noBundler: ReadonlyArray<string> = [
  '--import',
  `data:text/javascript,${encodeURIComponent(
    `import {register} from 'node:module'\nregister('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(hook))})`
  )}`
]

async function run(
  program: string,
  {root, theme, output}: TemporarySite,
  steps: ReadonlyArray<string>,
  nodeArguments: ReadonlyArray<string> = []
) {
  const {stdout} = await promisify(execFile)(
    process.execPath,
    [...nodeArguments, program, root, theme, output, ...steps],
    {timeout: 20_000, cwd: '/'}
  )
  return JSON.parse(stdout)
}
