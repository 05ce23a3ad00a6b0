import type {OutputFolder, StagedFile, Thread} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'

/** A text and the path that it is for. */
export type NamedText = readonly [path: OutputPath, text: string]

/** Texts for another thread to stage. */
export interface StageRequest {
  readonly kind: 'stage'
  readonly texts: ReadonlyArray<NamedText>
}

/** Stages texts, now or soon. */
export interface TextStager {
  readonly stage: (path: OutputPath, text: string) => void
  /** Resolves when more may be staged: there is a limit to the texts that wait. */
  readonly ready: () => Promise<unknown>
  /** Resolves when all are staged. */
  readonly finish: () => Promise<unknown>
}

/** Texts handed over together, so that handing them over costs little beside writing them. */
const batchSize = 32

/** Batches under way at most: some megabytes of text. */
const batchesAtOnce = 8

/** Stages texts in this thread. */
export function stageHere({stage}: Pick<OutputFolder, 'stage'>): TextStager {
  return {stage, ready: () => new Promise(setImmediate), finish: async () => undefined}
}

/**
 * Stages texts in another thread, so that this one goes on while a disk makes files: that takes about as long as rendering what is
 * in them. What the thread does not stage is staged here.
 */
export function stageInThread(
  {stage, adoptStaged}: Pick<OutputFolder, 'stage' | 'adoptStaged'>,
  thread: Thread
): TextStager {
  const underWay = new Set<Promise<void>>()
  const faults: Array<unknown> = []
  let waiting: Array<NamedText> = []
  return {
    stage(path, text) {
      if (waiting.push([path, text]) === batchSize) handOver()
    },
    async ready() {
      await new Promise(setImmediate)
      while (underWay.size >= batchesAtOnce) await Promise.race(underWay)
      throwFaults()
    },
    async finish() {
      if (waiting.length > 0) handOver()
      await Promise.all(underWay)
      throwFaults()
    }
  }

  function handOver(): void {
    const texts = waiting
    waiting = []
    // Nobody may be waiting when a disk is full: the fault is kept for who asks next.
    const done = stageAll(texts)
      .catch((fault: unknown) => faults.push(fault))
      .then(() => void underWay.delete(done))
    underWay.add(done)
  }

  function throwFaults(): void {
    if (faults.length > 0) throw faults[0]
  }

  async function stageAll(texts: ReadonlyArray<NamedText>): Promise<void> {
    const request: StageRequest = {kind: 'stage', texts}
    const files = await thread.ask(request).then(
      (reply) => (reply as ReadonlyArray<StagedFile> | undefined) ?? [],
      () => []
    )
    const adopted = new Set(adoptStaged(files))
    for (const [path, text] of texts) if (!adopted.has(path)) stage(path, text)
  }
}

/** Answers a `StageRequest` in a thread. */
export function stageTexts(
  {stage, takeStaged}: Pick<OutputFolder, 'stage' | 'takeStaged'>,
  {texts}: StageRequest
): ReadonlyArray<StagedFile> {
  for (const [path, text] of texts) stage(path, text)
  return takeStaged()
}
