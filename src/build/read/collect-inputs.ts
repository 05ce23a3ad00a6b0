import type {ResolvedConfig} from '#src/config/check-config.ts'
import {hashData} from '#src/graph/hash.ts'
import type {Input, Inputs, Query} from '#src/graph/query.ts'
import {componentFolder} from '#src/model/component-folder.ts'
import type {TemplateFile} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {RelatingWork} from '#src/related/relate-articles.ts'
import {
  assetInput,
  assetLengthInput,
  assetsInput,
  builtInTemplatesInput,
  bundledFilesInput,
  bundledTextInput,
  componentInput,
  componentsInput,
  configFileInput,
  configInput,
  configTextInput,
  frontMatterInput,
  gistInput,
  headInput,
  hostTextInput,
  imageSizeInput,
  isLinkingInput,
  keepGoingInput,
  linkedCodeInput,
  lostInput,
  onDemandInput,
  recordedUrlsInput,
  relatingInput,
  resizingInput,
  schemaInput,
  sourcesInput,
  templateInput,
  templatesInput,
  textsInput,
  todayInput,
  waitingInput
} from '../queries/inputs.ts'
import type {DocumentOpener} from '../store/document-store.ts'
import type {PublishedFile} from './published-files.ts'

/** What a revision stands on that is plain data. */
export interface FoundInputs {
  /** Name in the store of each source's document, sorted by path. */
  readonly documents: ReadonlyMap<SourcePath, string>
  /** Name of what each of these sources says of itself. */
  readonly frontMatters: ReadonlyMap<SourcePath, string>
  /** Sources that could not be read or compiled. */
  readonly lost: ReadonlyArray<SourcePath>
  /** Whether what is good is written even when there are errors. */
  readonly keepGoing: boolean
  /** Whether bodies may be compiled when they are asked for. */
  readonly isOnDemand: boolean
  /** Whether there are such that wait to be compiled. */
  readonly isWaiting: boolean
  /** Copied files by path, sorted. */
  readonly assets: ReadonlyMap<SourcePath, PublishedFile>
  /** Texts of bundled files by path, sorted. */
  readonly bundled: ReadonlyMap<SourcePath, string>
  /** What tags are to load in place of addresses of other sites. */
  readonly linked: ReadonlyMap<string, string>
  /** Texts in `public/` that hosts read, by path. */
  readonly hostTexts: ReadonlyMap<string, string>
  /** Calendar day in the site's time zone. */
  readonly today: string
  /** Text of `urls.lock`; absent when there is none. */
  readonly urls?: string
  /** What makes the index of the search, with its version; absent where none is to be made. */
  readonly searchPackage?: string
  /** What draws social images, with its versions; absent where there are none. */
  readonly drawingPackage?: string
  /** What resizes images, with its version; absent where they are left as they are. */
  readonly resizingPackage?: string
  /** Version of what compresses files; absent where none are. */
  readonly compressorVersion?: string
}

/** All that a revision stands on, but the templates. */
export interface RevisionInputs extends FoundInputs {
  readonly config: ResolvedConfig
  readonly openDocument: DocumentOpener
  /** What relates articles; default: the thread that asks, alone, without what is remembered. */
  readonly relating?: RelatingWork
}

/** The inputs of a revision, each with the hash of its content. What is not asked for is not hashed. */
export function collectInputs(found: RevisionInputs, templates: ReadonlyArray<TemplateFile>): Inputs {
  const {
    config,
    documents,
    frontMatters,
    lost,
    keepGoing,
    isOnDemand,
    isWaiting,
    openDocument,
    assets,
    bundled,
    linked,
    hostTexts,
    today,
    urls
  } = found
  const finders = new Map<string, (argument: never) => Input | undefined>()
  const lostPaths = new Set<string>(lost.map((path) => path.normalize('NFC')))
  const schemas = new Map(
    Object.entries(config.schemas).map(([section, schema]) => [section.normalize('NFC'), schema])
  )
  const isComponent = ({name}: TemplateFile): boolean => name.startsWith(componentFolder)
  const components = byName(templates.filter(isComponent), componentFolder)
  const layouts = templates.filter((template) => !isComponent(template))
  const layoutsByName = byName(layouts, '')
  set(configInput, () => hashed(config.site))
  set(resizingInput, () => (found.resizingPackage === undefined ? undefined : hashed(found.resizingPackage)))
  set(configFileInput, () => hashed(config.file))
  set(configTextInput, () => hashed(config.text))
  set(hostTextInput, (path) => hashedIfThere(hostTexts.get(path)))
  set(recordedUrlsInput, () => (urls === undefined ? undefined : hashed(urls)))
  set(todayInput, () => hashed(today))
  set(keepGoingInput, () => hashed(keepGoing))
  set(onDemandInput, () => hashed(isOnDemand))
  set(waitingInput, () => hashed(isWaiting))
  set(lostInput, (path) => (lostPaths.has(path) ? hashed(true) : undefined))
  set(sourcesInput, () => hashed([...documents.keys()]))
  set(frontMatterInput, (path) => documentOf(path, openDocument.frontMatter, frontMatters))
  set(headInput, (path) => documentOf(path, openDocument.head))
  set(gistInput, (path) => documentOf(path, openDocument.gist))
  set(relatingInput, () => ({value: found.relating, hash: hashData('relating')}))
  set(textsInput, (path) => documentOf(path, openDocument.texts))
  set(assetsInput, () => hashed([...assets.keys()]))
  set(assetInput, (path) => {
    const hash = assets.get(path)?.hash
    return hash === undefined ? undefined : {value: hash, hash}
  })
  set(assetLengthInput, (path) => {
    const length = assets.get(path)?.length
    return length === undefined ? undefined : hashed(length)
  })
  set(bundledFilesInput, () => hashed([...bundled.keys()]))
  set(bundledTextInput, (path) => hashedIfThere(bundled.get(path)))
  set(isLinkingInput, () => (linked.size === 0 ? undefined : hashed(true)))
  set(linkedCodeInput, (url) => hashedIfThere(linked.get(url)))
  set(imageSizeInput, (path) => {
    const size = assets.get(path)?.size
    return size && hashed(size)
  })
  // A schema is code: it is as new as the configuration that it stands in.
  set(schemaInput, (section) =>
    schemas.has(section) ? {value: schemas.get(section), hash: config.hash} : undefined
  )
  set(templatesInput, () => hashed(layouts.map(({name}) => name)))
  set(builtInTemplatesInput, () => hashed(layouts.filter(({isBuiltIn}) => isBuiltIn).map(({name}) => name)))
  set(templateInput, (name) => layoutsByName.get(name))
  set(componentsInput, () => hashed([...components.keys()]))
  set(componentInput, (name) => components.get(name))
  return (query, argument) => finders.get(query)?.(argument as never)

  function set<Argument>(
    {name}: Query<Argument, unknown>,
    find: (argument: Argument) => Input | undefined
  ): void {
    finders.set(name, find)
  }

  /** A document follows from its name, so that its hash is known without opening it. */
  function documentOf(
    path: SourcePath,
    open: (name: string) => unknown,
    hashes: ReadonlyMap<SourcePath, string> = documents
  ): Input | undefined {
    const hash = hashes.get(path)
    return hash === undefined ? undefined : {hash, open: () => open(documents.get(path) ?? '')}
  }
}

/** Templates as inputs, by what follows `prefix` in their names. */
function byName(templates: ReadonlyArray<TemplateFile>, prefix: string): ReadonlyMap<string, Input> {
  return new Map(
    templates.map((template) => [template.name.slice(prefix.length), {value: template, hash: template.hash}])
  )
}

function hashed(value: unknown): Input {
  return {value, hash: hashData(value)}
}

function hashedIfThere(value: unknown): Input | undefined {
  return value === undefined ? undefined : hashed(value)
}
