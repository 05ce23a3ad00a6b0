import {defineInput, type Query} from '#src/graph/query.ts'
import type {DocumentFrontMatter, DocumentHead, DocumentTexts} from '#src/model/document.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {MeasuredImage} from '#src/model/image.ts'
import type {Gist} from '#src/model/related.ts'
import type {StandardSchema} from '#src/model/schema.ts'
import type {SiteConfig} from '#src/model/site-config.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {RelatingWork} from '#src/related/relate-articles.ts'

/** An input that is set from outside; `undefined` where it is not. */
type Input<Argument, Value> = Query<Argument, Value | undefined>

/** Paths of all sources, sorted. */
export const sourcesInput: Input<null, ReadonlyArray<SourcePath>> = defineInput('sources')

/** The front matter of a source. */
export const frontMatterInput: Input<SourcePath, DocumentFrontMatter> = defineInput('document')

/** The head of a compiled source. */
export const headInput: Input<SourcePath, DocumentHead> = defineInput('documentHead')

/** What relating articles takes of a compiled source. */
export const gistInput: Input<SourcePath, Gist> = defineInput('documentGist')

/** What does the long work of relating articles. That is code, and no matter of the answer: its hash is always the same. */
export const relatingInput: Input<null, RelatingWork> = defineInput('relating')

/** The texts of a compiled source. */
export const textsInput: Input<SourcePath, DocumentTexts> = defineInput('documentTexts')

/** Whether a file is a source that could not be read or compiled, so that it has no document. By its path in NFC. */
export const lostInput: Input<string, true> = defineInput('lost')

/** Paths of all files that are copied: of `public/`, of `templates/assets/`, and beside the sources. Sorted. */
export const assetsInput: Input<null, ReadonlyArray<SourcePath>> = defineInput('assets')

/** Hash of a copied file's content. */
export const assetInput: Input<SourcePath, string> = defineInput('asset')

/** Bytes of a copied file. */
export const assetLengthInput: Input<SourcePath, number> = defineInput('asset-length')

/** Paths of all style sheets and scripts that are bundled, sorted. */
export const bundledFilesInput: Input<null, ReadonlyArray<SourcePath>> = defineInput('bundled-files')

/** What one of them was bundled to, with slots. */
export const bundledTextInput: Input<SourcePath, string> = defineInput('bundled-text')

/** Whether tags load anything of other sites that lies in this one; `undefined` where none does. */
export const isLinkingInput: Input<null, true> = defineInput('is-linking')

/** What a tag is to load in place of an address of another site, as `namedFile` takes it. */
export const linkedCodeInput: Input<string, string> = defineInput('linked-code')

/** Size of a copied file that is an image, and what the file is. */
export const imageSizeInput: Input<SourcePath, MeasuredImage> = defineInput('image-size')

/** What resizes images, with its version; `undefined` where nothing does. */
export const resizingInput: Input<null, string> = defineInput('resizing')

/** The configuration. */
export const configInput: Input<null, SiteConfig> = defineInput('config')

/** File that the configuration stands in. */
export const configFileInput: Input<null, string> = defineInput('config-file')

/** Text of that file, for the places of rules; `undefined` for a configuration without such. */
export const configTextInput: Input<null, string> = defineInput('config-text')

/** Text of a file in `public/` that a host reads, by its path. */
export const hostTextInput: Input<string, string> = defineInput('host-text')

/** The schema of a section, by the section's name. */
export const schemaInput: Input<string, StandardSchema> = defineInput('schema')

/** Whether what is good is written even when there are errors. */
export const keepGoingInput: Input<null, boolean> = defineInput('keep-going')

/** Whether bodies may be compiled when they are asked for, so that no answer about the whole site may ask for all of them. */
export const onDemandInput: Input<null, boolean> = defineInput('on-demand')

/** Whether bodies wait to be compiled now. */
export const waitingInput: Input<null, boolean> = defineInput('waiting')

/** Names of all templates that pages are rendered with, sorted. */
export const templatesInput: Input<null, ReadonlyArray<string>> = defineInput('templates')

/** Names of those of them that are the built-in theme's, sorted. */
export const builtInTemplatesInput: Input<null, ReadonlyArray<string>> = defineInput('built-in-templates')

/** A template, by its name. */
export const templateInput: Input<string, LoadedTemplate> = defineInput('template')

/** Names of all components, sorted. */
export const componentsInput: Input<null, ReadonlyArray<string>> = defineInput('components')

/** A component, by its name. */
export const componentInput: Input<string, LoadedTemplate> = defineInput('component')

/** Calendar day in the site's time zone. */
export const todayInput: Input<null, string> = defineInput('today')

/** Text of `urls.lock`: what the site has published. */
export const recordedUrlsInput: Input<null, string> = defineInput('recorded-urls')
