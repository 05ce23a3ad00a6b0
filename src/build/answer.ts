import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type Hash, hashData} from '#src/graph/hash.ts'
import type {TemplateFile} from '#src/model/host.ts'
import type {OutputPath, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {Filled} from './render/recall-rendered.ts'
import type {SiteCounts} from './site-counts.ts'
import type {SealedStore} from './store/sealed-store.ts'
import {readData, writeData} from './store/stored-data.ts'

/** A file that the site has, without its bytes. */
export interface OutputDigest {
  readonly path: OutputPath
  /** Address that it answers. */
  readonly route: RoutePath
  /** Of its bytes. */
  readonly hash: Hash
  /** The file that it is a copy of. */
  readonly copyOf?: SourcePath
}

/** Everything that a revision comes to. */
export interface Answer {
  /** Of all inputs: as long as they are the same, so is the answer. */
  readonly inputs: Hash
  /** Sorted by path; where two routes claim one path, the first. */
  readonly outputs: ReadonlyArray<OutputDigest>
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** What slots of its texts are filled with. */
  readonly filled: Filled
  readonly counts: SiteCounts
  /** Sources that the site does not show: of these not all that is wrong is found. */
  readonly leftOut: ReadonlyArray<SourcePath>
}

/** Hash of all inputs: of those that `others` is the hash of, and of the templates. */
export function hashWith(templates: ReadonlyArray<TemplateFile>, others: Hash): Hash {
  return hashData([others, templates.map(({name, hash, isBuiltIn = false}) => [name, hash, isBuiltIn])])
}

/** An answer with files that follow from it; what the site has at one of their paths takes its place. */
export function withFiles(
  answer: Answer,
  files: ReadonlyArray<OutputDigest>,
  diagnostics: ReadonlyArray<Diagnostic>
): Answer {
  if (files.length + diagnostics.length === 0) return answer
  const taken = new Set(answer.outputs.map(({path}) => path))
  const outputs = [...answer.outputs, ...files.filter(({path}) => !taken.has(path))]
  return {
    ...answer,
    outputs: outputs.sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [...answer.diagnostics, ...diagnostics]
  }
}

const answerFile = 'answer'

/** What the last build came to; `undefined` when that is not known. */
export function readAnswer(store: SealedStore): Answer | undefined {
  return readData(store, answerFile)
}

export function writeAnswer(store: SealedStore, answer: Answer): void {
  writeData(store, answerFile, answer)
}
