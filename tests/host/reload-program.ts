import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {setImmediate as nextTurn} from 'node:timers/promises'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {h} from 'preact'
import {render} from 'preact-render-to-string'
import {type CodeLoader, importingLoader} from '#src/host/load-modules.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {reloadingLoader} from '#src/host/reload-code.ts'
import type {Host, LoadedTemplate} from '#src/model/host.ts'
import {type Case, cases, packages} from './reload-cases.ts'

/** What the code of a site comes to. */
export interface Outcome {
  /** What the template `page` prints; absent when it is not loaded or throws. */
  readonly printed?: string
  readonly value?: unknown
  /** Places of problems: `file:line:column`. */
  readonly places: ReadonlyArray<string>
  /** Lines of the stack of what the template `page` throws that name a file of the site. */
  readonly stack: ReadonlyArray<string>
}

/** What became of a case. */
export interface Reloaded {
  readonly imported: Outcome
  readonly reloaded: Outcome
  /** Without an edit. */
  readonly again: Outcome
  /** How much of what the code has made is there after other code took its place. */
  readonly leftCount: number
  readonly madeCount: number
}

/** Loads all cases in folders below the one that it is given, as a build and as a dev server does. Writes what became of them as JSON. */
async function reloadAll(home: string): Promise<void> {
  const all: Array<Reloaded> = []
  for (const [number, given] of cases.entries()) all.push(await reloadCase(join(home, String(number)), given))
  process.stdout.write(JSON.stringify(all))
}

async function reloadCase(home: string, given: Case): Promise<Reloaded> {
  const imported = openSite(join(home, 'imported'), importingLoader)
  imported.write(given)
  const whole = await imported.load()
  const site = openSite(join(home, 'reloaded'), reloading)
  site.write(sound)
  await site.load()
  site.write(given)
  const made: Array<WeakRef<object>> = []
  const outcome = {imported: whole.outcome, reloaded: await loadNoted(), again: await loadNoted()}
  for (let count = 0; count < reloadCount; count++) {
    site.write(sound)
    await loadNoted()
    site.write(given)
    await loadNoted()
  }
  site.write(sound)
  await site.load()
  await collectGarbage()
  const leftCount = made.filter((reference) => reference.deref() !== undefined).length
  return {...outcome, leftCount, madeCount: made.length}

  async function loadNoted(): Promise<Outcome> {
    const {outcome, objects} = await site.load()
    made.push(...objects.map((object) => new WeakRef(object)))
    return outcome
  }
}

/** One for the process, as in a dev server. */
const reloading = reloadingLoader()

const sound: Case = {name: 'sound'}

const reloadCount = 2

interface OpenedSite {
  /** Write the templates and the configuration of a case, other code each time. */
  readonly write: (given: Case) => void
  readonly load: () => Promise<{readonly outcome: Outcome; readonly objects: ReadonlyArray<object>}>
}

function openSite(folder: string, codeLoader: CodeLoader): OpenedSite {
  const [root, theme] = [join(folder, 'site'), join(folder, 'theme')]
  mkdirSync(theme, {recursive: true})
  const host = nodeHost({root, theme, output: join(root, 'dist'), codeLoader})
  let count = 0
  writeAll(packages)
  return {
    write({templates = {}, config = `export default {title: 'Sound'}`, files = {}}) {
      rmSync(join(root, 'templates'), {recursive: true, force: true})
      const all = {'page.tsx': 'export default () => <p>sound</p>', ...templates}
      const code = Object.entries(all).map(([path, text]) => [`templates/${path}`, text] as const)
      for (const [path, text] of [...code, ['galley.config.ts', config] as const])
        writeAll({[path]: `${text}\n// ${count++}\n`})
      writeAll(files)
    },
    load: () => load(host, root)
  }

  function writeAll(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), {recursive: true})
      writeFileSync(join(root, path), text)
    }
  }
}

async function load(host: Host, root: string): Promise<Awaited<ReturnType<OpenedSite['load']>>> {
  const config = await host.loadConfig('development')
  const templates = await host.findTemplates().then(({load}) => load())
  const page = templates.value.find(({name}) => name === 'page')
  const {places, ...printed} = page === undefined ? {places: [], stack: []} : print(page, root)
  const problems = [...config.diagnostics, ...templates.diagnostics]
  const {value} = config.value
  const isObject = typeof value === 'object' && value !== null
  return {
    outcome: {
      ...printed,
      // What the test notes must not hold it.
      value: structuredClone(value),
      places: [...problems.map(({file, place}) => placed(file, place)), ...places]
    },
    objects: [...templates.value.map(({render}) => render), ...(isObject ? [value] : [])]
  }
}

function print({render: template, locate}: LoadedTemplate, root: string): Omit<Outcome, 'value'> {
  try {
    return {printed: render(h(template as never, {})), places: [], stack: []}
  } catch (error) {
    const origin = locate?.(error)
    const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
    const stack = lines
      .filter((line) => line.includes(root))
      .map((line) => line.replace(`${root}/`, '').trim())
    return {places: origin === undefined ? [] : [placed(origin.file, origin.place)], stack}
  }
}

function placed(file: string, place?: {readonly line: number; readonly column: number}): string {
  return place === undefined ? file : `${file}:${place.line}:${place.column}`
}

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  for (let count = 0; count < 5; count++) {
    await nextTurn()
    collect()
  }
}

await reloadAll(process.argv[2] ?? '')
