import {configPlaces} from '#src/config/config-places.ts'
import {typeFrontMatter} from '#src/content/type-front-matter.ts'
import {isError} from '#src/diagnostics/is-error.ts'
import {defineQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {SourcePath} from '#src/model/source.ts'
import {joinDefaults, withDefaults} from '#src/site/cascade.ts'
import {withFileReferences} from '#src/site/file-reference.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {type OwnFrontMatter, ownFrontMatter} from './documents.ts'
import {assetsInput, configFileInput, configTextInput, lostInput, sourcesInput} from './inputs.ts'
import {configuredDefaults} from './settings.ts'

/**
 * Files whose names are not in NFC, by their names in NFC: those that macOS makes, while people write NFC in links and in
 * the configuration.
 */
export const decomposedFiles: Query<null, Readonly<Record<string, SourcePath>>> = defineStoredQuery(
  'decomposedFiles',
  ({read}) => {
    const files = [...(read(sourcesInput, null) ?? []), ...(read(assetsInput, null) ?? [])]
    const named = files.map((path) => [path.normalize('NFC'), path] as const)
    return Object.fromEntries(named.filter(([name, path]) => name !== path))
  }
)

const textNames = ['_index.md', '_index.markdown']

/** Source of the text of a folder's listing: its `_index.md`; `undefined` when it has none. */
export const textSource: Query<string, SourcePath | undefined> = defineStoredQuery(
  'textSource',
  ({read}, folder) => {
    for (const name of textPaths(folder)) {
      const source = ownValue(read(decomposedFiles, null), name) ?? (name as SourcePath)
      if (read(ownFrontMatter, source) !== undefined) return source
    }
    return undefined
  }
)

/** Defaults that the configuration has for the documents of a section. */
export const sectionDefaults: Query<string, {readonly value: FrontMatter; readonly isTyped: boolean}> =
  defineStoredQuery('sectionDefaults', ({read, report}, section) => {
    const data = read(configuredDefaults, section)
    // Most sections have none, and need not know where they would be.
    if (Object.keys(data).length === 0) return {value: {params: {}}, isTyped: true}
    const file = read(configFileInput, null) ?? ''
    const places = configPlaces(read(configTextInput, null) ?? '', ['sections', section, 'defaults'], data)
    const {value, diagnostics} = typeFrontMatter(file, {data, places, written: {}})
    report(diagnostics)
    return {value, isTyped: !diagnostics.some(isError)}
  })

/** Defaults for the documents of a folder: of the configuration and the `cascade` of each `_index.md` around it. */
export const cascade: Query<string, FrontMatter> = defineStoredQuery('cascade', ({read}, folder) => {
  const source = read(textSource, folder)
  const own = source && read(ownFrontMatter, source)?.frontMatter.cascade
  return joinDefaults([
    ...(folder === '' ? [] : [read(cascade, parentOf(folder))]),
    read(sectionDefaults, folder).value,
    ...(own === undefined || source === undefined ? [] : [withFileReferences(own, source)])
  ])
})

/** Whether all that gives defaults to a folder was read without error, so that nothing such as `draft` is missing. */
export const isCascadeWhole: Query<string, boolean> = defineStoredQuery(
  'isCascadeWhole',
  ({read}, folder) => {
    if (folder !== '' && !read(isCascadeWhole, parentOf(folder))) return false
    if (!read(sectionDefaults, folder).isTyped) return false
    if (textPaths(folder).some((path) => read(lostInput, path) === true)) return false
    const source = read(textSource, folder)
    return source === undefined || read(ownFrontMatter, source)?.isTyped === true
  }
)

/** Front matter of a source, with the date of its name, over the defaults of its folders. */
export const frontMatter: Query<SourcePath, OwnFrontMatter | undefined> = defineQuery(
  'frontMatter',
  ({read}, source) => {
    const own = read(ownFrontMatter, source)
    if (own === undefined) return undefined
    const {folders, day} = sourceNameOf(source)
    const named = day === undefined ? own.frontMatter : {date: day, ...own.frontMatter}
    const whole = withDefaults(named, read(cascade, folders.join('/')))
    return whole === own.frontMatter ? own : {...own, frontMatter: whole}
  }
)

function textPaths(folder: string): ReadonlyArray<string> {
  return textNames.map((name) => `content/${folder === '' ? '' : `${folder}/`}${name}`)
}

function parentOf(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
}
