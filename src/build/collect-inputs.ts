import type {ResolvedConfig} from '#src/config/check-config.ts'
import {hashData} from '#src/graph/hash.ts'
import {type Input, type Key, keyOf} from '#src/graph/query.ts'
import type {Document} from '#src/model/document.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {
  assetInput,
  assetsInput,
  configFileInput,
  configInput,
  documentInput,
  schemaInput,
  sourcesInput,
  templateInput,
  templatesInput,
  todayInput
} from './queries/inputs.ts'
import type {SiteFiles} from './read-site.ts'

/** All that a revision stands on. */
export interface RevisionInputs {
  readonly config: ResolvedConfig
  readonly documents: ReadonlyArray<Document>
  readonly assets: SiteFiles['assets']
  readonly templates: ReadonlyArray<LoadedTemplate>
  /** Calendar day in the site's time zone. */
  readonly today: string
}

/** The inputs of a revision by key, each with the hash of its content. */
export function collectInputs({
  config,
  documents,
  assets,
  templates,
  today
}: RevisionInputs): ReadonlyMap<Key, Input> {
  const inputs = new Map<Key, Input>()
  set(keyOf(configInput, null), config.site)
  set(keyOf(configFileInput, null), config.file)
  set(keyOf(todayInput, null), today)
  set(
    keyOf(sourcesInput, null),
    documents.map(({path}) => path)
  )
  for (const document of documents) set(keyOf(documentInput, document.path), document)
  set(keyOf(assetsInput, null), [...assets.keys()])
  for (const [path, hash] of assets) inputs.set(keyOf(assetInput, path), {value: hash, hash})
  set(
    keyOf(templatesInput, null),
    templates.map(({name}) => name)
  )
  for (const template of templates) {
    inputs.set(keyOf(templateInput, template.name), {value: template, hash: template.hash})
  }
  // A schema is code: it is as new as the configuration that it stands in.
  for (const [section, schema] of Object.entries(config.schemas)) {
    inputs.set(keyOf(schemaInput, section), {value: schema, hash: config.hash})
  }
  return inputs

  function set(key: Key, value: unknown): void {
    inputs.set(key, {value, hash: hashData(value)})
  }
}
