import {createHash} from 'node:crypto'
import {join} from 'node:path'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type LoadedConfig, recordedUrlsFile, type ThrowLocator} from '#src/model/loaded-config.ts'
import type {BundleProblem} from './bundle-code.ts'
import {type Bundle, type BundledModule, withBundle} from './bundle-modules.ts'
import {findKept} from './kept-code.ts'
import type {CodeLoader} from './load-modules.ts'
import {readIfPresent} from './output-folder.ts'
import {parseJson} from './parse-json.ts'
import {NeverSettledError, settleInTime} from './settle-in-time.ts'
import type {SiteFolders} from './site-folders.ts'
import type {TracedError} from './trace-error.ts'

/**
 * Evaluate the configuration of a site: the default export of `galley.config.ts`, `.mts`, `.js`, `.mjs` or `.json`; a
 * function is called with the environment and awaited.
 *
 * Diagnostics, all errors: `config/several-files`, `config/syntax`, `config/cannot-load`, `config/throws`,
 * `config/no-default-export`. With an error the value is `undefined`, as for a site without configuration.
 */
export async function loadConfig(
  folders: SiteFolders,
  environment: string,
  loader: CodeLoader
): Promise<Checked<LoadedConfig>> {
  const {value, diagnostics} = await evaluateConfig(folders, environment, loader)
  const urls = readIfPresent(join(folders.root, recordedUrlsFile))
  return {value: urls === undefined ? value : {...value, urls: new TextDecoder().decode(urls)}, diagnostics}
}

async function evaluateConfig(
  folders: SiteFolders,
  environment: string,
  loader: CodeLoader
): Promise<Checked<LoadedConfig>> {
  const found = configFiles.flatMap((file) => {
    const bytes = readIfPresent(join(folders.root, file))
    return bytes === undefined ? [] : [{file, text: new TextDecoder().decode(bytes)}]
  })
  const [first] = found
  if (first === undefined) return {value: {text: '', value: undefined, hash: hashOf('')}, diagnostics: []}
  const several = found.length > 1 ? [(await messages()).severalConfigs(found.map(({file}) => file))] : []
  const {value, diagnostics} = first.file.endsWith('.json')
    ? await loadJson(first)
    : await loadCode(first, {folders, environment, loader})
  return {value, diagnostics: [...several, ...diagnostics]}
}

const configFiles: ReadonlyArray<string> = [
  'galley.config.ts',
  'galley.config.mts',
  'galley.config.js',
  'galley.config.mjs',
  'galley.config.json'
]

interface ConfigText {
  readonly file: string
  /** Without byte order mark. */
  readonly text: string
}

async function loadJson({file, text}: ConfigText): Promise<Checked<LoadedConfig>> {
  const parsed = await parseJson(text)
  const hash = hashOf(text)
  return 'cause' in parsed
    ? failed({file, text}, hash, [(await messages()).configSyntax(file, parsed.place, parsed.cause)])
    : {value: {file, text, value: parsed.value, hash}, diagnostics: []}
}

/** How code is loaded. */
interface CodeRequest {
  readonly folders: SiteFolders
  readonly environment: string
  readonly loader: CodeLoader
}

function loadCode(
  config: ConfigText,
  {folders, environment, loader}: CodeRequest
): Promise<Checked<LoadedConfig>> {
  const code = {purpose: 'config' as const, files: [join(folders.root, config.file)]}
  return withBundle({folders, code, kept: findKept(folders, code), loader}, async (bundle) => {
    const [module] = bundle.modules
    if (module !== undefined) return evaluate(config, module, bundle)
    const problems = await Promise.all(bundle.problems.map(toDiagnostic))
    return failed(config, hashOf(config.text), problems)
  })

  async function evaluate(
    {file, text}: ConfigText,
    {hash, load}: BundledModule,
    bundle: Bundle
  ): Promise<Checked<LoadedConfig>> {
    const trace = async (error: unknown): Promise<TracedError> => {
      const {traceError} = await import('./trace-error.ts')
      return traceError(error, folders, bundle)
    }
    const locate: ThrowLocator = async (thrown) => (await trace(thrown)).origin
    try {
      const exported = await settleInTime(load())
      if (exported['default'] === undefined)
        return failed({file, text}, hash, [(await messages()).noDefaultExport(file)])
      const {default: given} = exported
      const value: unknown =
        typeof given === 'function' ? await settleInTime(Promise.resolve(given({environment}))) : given
      if (value === undefined) return failed({file, text}, hash, [(await messages()).noConfigReturned(file)])
      return {value: {file, text, value, hash, locate}, diagnostics: []}
    } catch (error) {
      if (error instanceof NeverSettledError)
        return failed({file, text}, hash, [(await messages()).configNeverSettles(file, error.message)])
      const {cause, origin} = await trace(error)
      const {configThrows} = await messages()
      return failed({file, text}, hash, [configThrows(origin?.file ?? file, origin?.place, cause)])
    }
  }

  async function toDiagnostic({kind, file, place, cause}: BundleProblem): Promise<Diagnostic> {
    const {configCannotLoad, configSyntax} = await messages()
    const message = kind === 'missing' ? configCannotLoad : configSyntax
    return message(file === '' ? config.file : file, place, cause)
  }
}

/** Loaded with the first mistake. */
function messages(): Promise<typeof import('./code-messages.ts')> {
  return import('./code-messages.ts')
}

function failed(
  {file, text}: ConfigText,
  hash: string,
  diagnostics: ReadonlyArray<Diagnostic>
): Checked<LoadedConfig> {
  return {value: {file, text, value: undefined, hash}, diagnostics}
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
