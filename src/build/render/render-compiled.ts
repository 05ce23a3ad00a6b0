import type {SourcePath} from '#src/model/source.ts'
import type {CompilingSources} from '../compile/compile-beside.ts'
import {MissingDocumentError} from '../store/document-store.ts'
import type {RenderTask} from './render-thread.ts'

/** Pages rendered between two looks at what was compiled meanwhile. */
const pagesPerTurn = 8

/** So often a page is begun that asks for a document that is under way; after that it waits for all of them. */
const attemptsMax = 8

/** What is to be rendered while other threads compile, and how. */
export interface CompiledPages {
  readonly tasks: Iterable<RenderTask>
  /** Sources without which there is no use in beginning a page. It may ask for others. */
  readonly sourcesOf: (task: RenderTask) => ReadonlyArray<SourcePath>
  readonly compiling: Omit<CompilingSources, 'openBefore' | 'end'>
  /** May throw `MissingDocumentError`. */
  readonly render: (task: RenderTask) => void
  /** Told of each page. */
  readonly onRendered: () => void
}

/**
 * Render pages as the documents that they ask for are compiled, until all are. What is left then, because there was no time for it, is
 * rendered by whoever asks for it.
 */
export async function renderCompiled({
  tasks,
  sourcesOf,
  compiling,
  render,
  onRendered
}: CompiledPages): Promise<void> {
  const ready: Array<WaitingTask> = []
  /** By the name of a document. */
  const waiting = new Map<string, Array<WaitingTask>>()
  for (const task of tasks) {
    const documents = sourcesOf(task).flatMap((source) => compiling.documentOf(source) ?? [])
    waitFor(documents.filter(compiling.isUnderWay), {task, missing: 0, attempts: 0})
  }
  for (let turn = 1; !compiling.isOver(); turn++) {
    const next = ready.shift()
    if (next === undefined) welcome(await compiling.nextFresh())
    else attempt(next)
    if (turn % pagesPerTurn === 0) {
      await new Promise(setImmediate)
      welcome(compiling.fresh())
    }
  }

  function attempt(begun: WaitingTask): void {
    try {
      render(begun.task)
      onRendered()
    } catch (error) {
      if (!(error instanceof MissingDocumentError && compiling.isUnderWay(error.document))) throw error
      begun.attempts++
      if (begun.attempts < attemptsMax) waitFor([error.document], begun)
    }
  }

  function waitFor(documents: ReadonlyArray<string>, task: WaitingTask): void {
    if (documents.length === 0) ready.push(task)
    task.missing = documents.length
    for (const document of documents) {
      const others = waiting.get(document)
      if (others === undefined) waiting.set(document, [task])
      else others.push(task)
    }
  }

  function welcome(documents: ReadonlyArray<string>): void {
    for (const document of documents) {
      for (const task of waiting.get(document) ?? []) {
        task.missing--
        if (task.missing === 0) ready.push(task)
      }
      waiting.delete(document)
    }
  }
}

/** Ask for what may need a document that is under way, which it then gets once all are compiled. */
export async function askCompiling(compiling: CompilingSources | undefined, ask: () => void): Promise<void> {
  try {
    ask()
  } catch (error) {
    if (!(error instanceof MissingDocumentError && compiling?.isUnderWay(error.document) === true))
      throw error
    await compiling.end()
    ask()
  }
}

/** A page that is to be rendered. */
interface WaitingTask {
  readonly task: RenderTask
  /** So many documents are under way without which there is no use in beginning. */
  missing: number
  /** How often it was begun in vain. */
  attempts: number
}
