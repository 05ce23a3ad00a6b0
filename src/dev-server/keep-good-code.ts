import {type ConfigOverrides, checkConfig} from '#src/config/check-config.ts'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {isError} from '#src/diagnostics/is-error.ts'
import type {Host, LoadedTemplate} from '#src/model/host.ts'
import type {LoadedConfig} from '#src/model/loaded-config.ts'

/**
 * A host that, while the configuration or the templates have errors, goes on with those that had none: a site that is being worked
 * at is not to fall apart for each missing brace, nor for a `baseUrl` without its `https:`. The errors are told of.
 *
 * @param overrides
 *   What the configuration is checked with.
 */
export function keepGoodCode(host: Host, overrides: ConfigOverrides): Host {
  const goodConfig = keepGood<LoadedConfig>()
  const goodTemplates = keepGood<ReadonlyArray<LoadedTemplate>>()
  return {
    ...host,
    async loadConfig(environment) {
      const loaded = await host.loadConfig(environment)
      const {diagnostics} = await checkConfig(loaded.value, overrides)
      return goodConfig(loaded, diagnostics)
    },
    async findTemplates() {
      const {load} = await host.findTemplates()
      return {load: async () => goodTemplates(await load(), [])}
    }
  }
}

/** Keeps the last value without errors, be they of loading it or `found` in it: what is wrong with one in use, its user finds again. */
function keepGood<Value>(): (loaded: Checked<Value>, found: ReadonlyArray<Diagnostic>) => Checked<Value> {
  let good: Value | undefined
  return (loaded, found) => {
    const diagnostics = [...loaded.diagnostics, ...found]
    const hasErrors = diagnostics.some(isError)
    if (!hasErrors) good = loaded.value
    return hasErrors && good !== undefined ? {value: good, diagnostics} : loaded
  }
}
