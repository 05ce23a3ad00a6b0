import type {ElementContent} from 'hast'
import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import type {ComponentCall, Fragment, ReferenceSlot} from '#src/model/fragment.ts'
import type {EndSpan} from '#src/model/recorder.ts'
import type {Prose} from '#src/model/related.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {IncludedHtml} from './includes/rebase-html.ts'
import type {Matter} from './prepare-text.ts'
import type {Abbreviations} from './prose/abbreviations.ts'

/** What the steps of one compilation tell each other beside the tree. */
export interface Notes {
  /** Path of the source. */
  readonly file: string
  /** What the front matter calls the text; absent where it has no title. */
  title?: string
  /** How the parser shall recognize the front matter. */
  readonly matter: Matter
  /** What markers in the HTML start with: text that the source cannot contain. Absent before the first slot. */
  marker?: string
  /** By the number in their markers. */
  readonly references: Array<ReferenceSlot>
  /** By the number in their markers. */
  readonly components: Array<ComponentCall>
  /** What stands aside while the tree is sanitized, by the number in its marker. */
  readonly sealed: Array<SealedNode>
  /** Whether the tree has been through `prepareTree`. */
  isPrepared?: boolean
  /** Whether it has been through the features. */
  areFeaturesApplied?: boolean
  readonly diagnostics: Array<Diagnostic>
  readonly codeLanguages: Set<string>
  /** What the page may need a script or style for, by name. */
  readonly features: Set<string>
  /** Where something first needs a package in the browser, by the package's name. */
  readonly packagePlaces: Map<string, Place>
  /** Raw HTML of included files, in order of the text; absent for nearly all articles. */
  includedHtml?: ReadonlyArray<IncludedHtml>
  /** Pictures of other sites that lie in this one, by address; absent for nearly all articles. */
  vendored?: ReadonlyMap<string, SourcePath>
  /** Whether the tree has formulas between dollars. */
  hasFormulas?: boolean
  /** What abbreviations of the text stand for. */
  abbreviations?: Abbreviations
  /** The body as its author wrote it, where that is kept. */
  markdown?: Fragment
  /** What the body says, where that is asked for. */
  prose?: Prose
  /** Gives the tree of a text that is not part of the parsed one, with the same parser; absent for blocks that are through all features. */
  parse?: (text: string) => Promise<Root>
  /** Offset of the excerpt mark in the text; absent when there is none. */
  excerptEnd?: number
  /** Name of the parser or plugin at work; absent while a step of Galley's own runs. */
  plugin?: string
  /** Records that plugin's time; absent when nothing is recorded. */
  endPlugin?: EndSpan
  /** What plugins reported; absent before the first plugin. */
  messages?: ReadonlyArray<VFileMessage>
}

declare module 'vfile' {
  interface DataMap {
    notes: Notes
  }
}

/** HTML that is to be trusted. */
export interface SealedNode {
  readonly node: ElementContent
  /** Whether it is to be trusted with all that is inside of it. */
  readonly isFinished: boolean
}

/** Notes at the start of a compilation. */
export function startNotes(file: string, matter: Matter): Notes {
  return {
    file,
    matter,
    references: [],
    components: [],
    sealed: [],
    diagnostics: [],
    codeLanguages: new Set(),
    features: new Set(),
    packagePlaces: new Map()
  }
}

/** The notes of the compilation that `file` belongs to. Throws for a file that `createCompiler` did not make. */
export function notesOf(file: VFile): Notes {
  const {notes} = file.data
  if (notes === undefined) throw new Error(`Expected notes in the data of \`${file.path}\``)
  return notes
}
