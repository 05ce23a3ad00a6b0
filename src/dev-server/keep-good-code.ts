import type {Checked} from '#src/diagnostics/diagnostic.ts'
import type {Host, LoadedTemplate} from '#src/model/host.ts'
import type {LoadedConfig} from '#src/model/loaded-config.ts'

/**
 * A host that, while the configuration or the templates have errors, goes on with those that had none: a site that is being worked
 * at is not to fall apart for each missing brace. The errors are told of.
 */
export function keepGoodCode(host: Host): Host {
  const goodConfig = keepGood<LoadedConfig>()
  const goodTemplates = keepGood<ReadonlyArray<LoadedTemplate>>()
  return {
    ...host,
    loadConfig: async (environment) => goodConfig(await host.loadConfig(environment)),
    async findTemplates() {
      const {load} = await host.findTemplates()
      return {load: async () => goodTemplates(await load())}
    }
  }
}

function keepGood<Value>(): (loaded: Checked<Value>) => Checked<Value> {
  let good: Value | undefined
  return (loaded) => {
    const hasErrors = loaded.diagnostics.some(({severity}) => severity === 'error')
    if (hasErrors) return good === undefined ? loaded : {value: good, diagnostics: loaded.diagnostics}
    good = loaded.value
    return loaded
  }
}
