import type {ResolvedConfig} from '#src/config/check-config.ts'
import {type Hash, hashData} from '#src/graph/hash.ts'
import {type Input, type Key, keyOf} from '#src/graph/query.ts'
import type {TemplateFile} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {DocumentOpener} from './document-store.ts'
import type {IndexedFile} from './file-index.ts'
import {
  assetInput,
  assetsInput,
  componentInput,
  componentsInput,
  configFileInput,
  configInput,
  documentInput,
  headInput,
  imageSizeInput,
  keepGoingInput,
  lostInput,
  schemaInput,
  sourcesInput,
  templateInput,
  templatesInput,
  todayInput
} from './queries/inputs.ts'

/** What a revision stands on that is plain data. */
export interface FoundInputs {
  /** Name in the store of each source's document, sorted by path. */
  readonly documents: ReadonlyMap<SourcePath, string>
  /** Sources that could not be read or compiled. */
  readonly lost: ReadonlyArray<SourcePath>
  /** Whether what is good is written even when there are errors. */
  readonly keepGoing: boolean
  /** Copied files by path, sorted. */
  readonly assets: ReadonlyMap<SourcePath, Pick<IndexedFile, 'hash' | 'size'>>
  /** Calendar day in the site's time zone. */
  readonly today: string
}

/** All that a revision stands on, but the templates. */
export interface RevisionInputs extends FoundInputs {
  readonly config: ResolvedConfig
  readonly openDocument: DocumentOpener
}

/** Hash of all that `collectInputs` gives: equal when, and only when, no input is another. For a build that needs no more of them. */
export function hashInputs({config, documents, lost, keepGoing, assets, today}: RevisionInputs): Hash {
  const schemas = Object.keys(config.schemas)
  return hashData([
    [config.site, config.file ?? null, schemas, schemas.length === 0 ? null : config.hash],
    [...documents],
    lost,
    keepGoing,
    Array.from(assets, ([path, {hash}]) => [path, hash]),
    today
  ])
}

/** The inputs of a revision by key, each with the hash of its content. */
export function collectInputs({
  config,
  documents,
  lost,
  keepGoing,
  openDocument,
  assets,
  today
}: RevisionInputs): ReadonlyMap<Key, Input> {
  const inputs = new Map<Key, Input>()
  set(keyOf(configInput, null), config.site)
  set(keyOf(configFileInput, null), config.file)
  set(keyOf(todayInput, null), today)
  set(keyOf(keepGoingInput, null), keepGoing)
  for (const path of lost) set(keyOf(lostInput, path.normalize('NFC')), true)
  set(keyOf(sourcesInput, null), [...documents.keys()])
  for (const [path, name] of documents) {
    // A document follows from its name, so that its hash is known without opening it.
    inputs.set(keyOf(headInput, path), {
      hash: name,
      get value() {
        return openDocument.head(name)
      }
    })
    inputs.set(keyOf(documentInput, path), {
      hash: name,
      get value() {
        return openDocument.whole(name)
      }
    })
  }
  set(keyOf(assetsInput, null), [...assets.keys()])
  for (const [path, {hash, size}] of assets) {
    inputs.set(keyOf(assetInput, path), {value: hash, hash})
    if (size !== undefined) set(keyOf(imageSizeInput, path), size)
  }
  // A schema is code: it is as new as the configuration that it stands in.
  for (const [section, schema] of Object.entries(config.schemas)) {
    inputs.set(keyOf(schemaInput, section.normalize('NFC')), {value: schema, hash: config.hash})
  }
  return inputs

  function set(key: Key, value: unknown): void {
    inputs.set(key, {value, hash: hashData(value)})
  }
}

/** Folder below `templates/` whose files articles call by name. */
const componentFolder = 'components/'

/** `inputs` with the templates and components, which have a value only when they are loaded. */
export function withTemplates(
  inputs: ReadonlyMap<Key, Input>,
  templates: ReadonlyArray<TemplateFile>
): ReadonlyMap<Key, Input> {
  const names: Array<string> = []
  const components: Array<string> = []
  const all = new Map(inputs)
  for (const template of templates) {
    const {name, hash} = template
    const isComponent = name.startsWith(componentFolder)
    const ownName = isComponent ? name.slice(componentFolder.length) : name
    const list = isComponent ? components : names
    list.push(ownName)
    all.set(keyOf(isComponent ? componentInput : templateInput, ownName), {value: template, hash})
  }
  all.set(keyOf(templatesInput, null), {value: names, hash: hashData(names)})
  all.set(keyOf(componentsInput, null), {value: components, hash: hashData(components)})
  return all
}
