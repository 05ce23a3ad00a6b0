import type {JsonObject, JsonValue} from '#src/model/json.ts'
import type {SiteState} from './world.ts'

/** A site before it is written down, so that edits can be told by what they mean. */
export interface SiteModel {
  /** By path. */
  readonly sources: Readonly<Record<string, ModelSource>>
  /** Files that are copied, by path. */
  readonly assets: Readonly<Record<string, string>>
  readonly config: JsonObject
  /** What the configuration's plugin adds to strong text; it is left out when this is empty. */
  readonly shout: string
  /** The site's own templates and their parts, each with the text that it prints; `throws` lets it fail. */
  readonly templates: Readonly<Record<string, string>>
  readonly options: SiteState['options']
  readonly day: number
}

/** A source as fields and text. */
export interface ModelSource {
  readonly fields: JsonObject
  readonly body: string
  /** `yaml` when the front matter cannot be read; `crlf` and `bom` change no meaning. */
  readonly flaw?: 'yaml' | 'crlf' | 'bom'
}

/** Files of a model that are the same in memory and on disk: sources and what is copied. */
export function contentFilesOf({sources, assets}: SiteModel): Readonly<Record<string, string>> {
  const texts = Object.entries(sources).map(([path, source]) => [path, textOf(source)])
  return {...Object.fromEntries(texts), ...assets}
}

/** Paths of the sources that are pages of their own, sorted. */
export function pagesOf({sources}: SiteModel): ReadonlyArray<string> {
  return Object.keys(sources)
    .filter((path) => !path.endsWith('/_index.md'))
    .sort()
}

/** Paths of the texts of sections, taxonomies and terms, sorted. */
export function indexesOf({sources}: SiteModel): ReadonlyArray<string> {
  return Object.keys(sources)
    .filter((path) => path.endsWith('/_index.md'))
    .sort()
}

/** A record with another value for one key; `undefined` removes the key. */
export function withKey<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | undefined
): Readonly<Record<string, Value>> {
  const {[key]: _, ...rest} = record
  return value === undefined ? rest : {...rest, [key]: value}
}

/** A model with another source at a path; `undefined` removes it. */
export function withSource(model: SiteModel, path: string, source: ModelSource | undefined): SiteModel {
  return {...model, sources: withKey(model.sources, path, source)}
}

/** A source with another value for one field; `undefined` removes the field. */
export function withField(source: ModelSource, name: string, value: JsonValue | undefined): ModelSource {
  return {...source, fields: withKey(source.fields, name, value)}
}

function textOf({fields, body, flaw}: ModelSource): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
  const text = `---\n${lines.join('')}${flaw === 'yaml' ? 'title: [never closed\n' : ''}---\n${body}\n`
  if (flaw === 'crlf') return text.replaceAll('\n', '\r\n')
  return flaw === 'bom' ? `\uFEFF${text}` : text
}
