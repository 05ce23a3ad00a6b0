import type {SourcePath} from '#src/model/source.ts'
import type {CompilingSources} from '../compile/compile-beside.ts'
import {LostDocumentError} from '../store/document-store.ts'
import type {RenderTask} from './render-thread.ts'

/** Pages rendered between two looks at what was compiled meanwhile. */
const pagesPerTurn = 8

/** So often a page is begun that asks for a document that is under way; after that it waits for all of them. */
const attemptsMax = 8

/** What is to be rendered while other threads compile, and how. */
export interface CompiledPages {
  readonly tasks: Iterable<RenderTask>
  /** The source without which there is no use in beginning a page; `undefined` for what is no text of its own. */
  readonly sourceOf: (task: RenderTask) => SourcePath | undefined
  readonly compiling: Omit<CompilingSources, 'openBefore' | 'end'>
  /** May throw `LostDocumentError`. */
  readonly render: (task: RenderTask) => void
  readonly onRendered: (count: number) => void
}

/**
 * Render pages as the documents that they ask for are compiled, until all are. What is left then, because there was no time for it, is
 * rendered by whoever asks for it.
 */
export async function renderCompiled({
  tasks,
  sourceOf,
  compiling,
  render,
  onRendered
}: CompiledPages): Promise<void> {
  /** By the name of the document. */
  const waiting = new Map<string, Array<BegunTask>>()
  /** Texts are what most time is spent with: lists, which ask for several of them, are begun when there is no text. */
  const texts: Array<BegunTask> = []
  const lists: Array<BegunTask> = []
  for (const task of tasks) {
    const source = sourceOf(task)
    const document = source && compiling.documentOf(source)
    const begun = {task, attempts: 0, queue: source === undefined ? lists : texts}
    if (document !== undefined && compiling.isUnderWay(document)) waitFor(document, begun)
    else begun.queue.push(begun)
  }
  for (let turn = 1; !compiling.isOver(); turn++) {
    const next = texts.shift() ?? lists.shift()
    if (next === undefined) welcome(await compiling.nextFresh())
    else attempt(next)
    if (turn % pagesPerTurn === 0) {
      await new Promise(setImmediate)
      welcome(compiling.fresh())
    }
  }

  function attempt(begun: BegunTask): void {
    try {
      render(begun.task)
      onRendered(1)
    } catch (error) {
      if (!(error instanceof LostDocumentError && compiling.isUnderWay(error.document))) throw error
      if (begun.attempts < attemptsMax) waitFor(error.document, {...begun, attempts: begun.attempts + 1})
    }
  }

  function waitFor(document: string, begun: BegunTask): void {
    const others = waiting.get(document)
    if (others === undefined) waiting.set(document, [begun])
    else others.push(begun)
  }

  function welcome(documents: ReadonlyArray<string>): void {
    for (const document of documents) {
      for (const begun of waiting.get(document) ?? []) begun.queue.push(begun)
      waiting.delete(document)
    }
  }
}

/** Ask for what may need a document that is under way, which it then gets once all are compiled. */
export async function askCompiling(compiling: CompilingSources | undefined, ask: () => void): Promise<void> {
  try {
    ask()
  } catch (error) {
    if (!(error instanceof LostDocumentError && compiling?.isUnderWay(error.document) === true)) throw error
    await compiling.end()
    ask()
  }
}

/** A page that is to be rendered. */
interface BegunTask {
  readonly task: RenderTask
  /** How often it was begun in vain. */
  readonly attempts: number
  /** Where it goes when it is ready. */
  readonly queue: Array<BegunTask>
}
