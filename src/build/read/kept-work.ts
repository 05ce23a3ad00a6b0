import type {Thread} from '#src/model/host.ts'
import type {SourceCompiler} from '../compile/compile-source.ts'
import type {ThreadEnd} from '../compile/watched-lane.ts'
import type {AppendRecords} from '../store/document-pack.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import {type FileIndex, type IndexedFile, readFileIndex} from './file-index.ts'

/** What is kept from one reading of a site for the next one in this process, as long as `fingerprint` is the same. */
export interface KeptWork {
  /** A compiler for all that the fingerprint stands for: the one of before, or what `create` makes. */
  readonly compiler: (fingerprint: string, create: () => SourceCompiler) => SourceCompiler
  /**
   * A thread for what may never end, with all that `ground` stands for: the one of before, or what `open` makes, which is ended when another is
   * asked for.
   */
  readonly thread: (ground: string, open: () => Thread | undefined) => Thread | undefined
  /** What appends this thread's documents to packs. Asked for before another thread begins packs, which this one must not go on with. */
  readonly writer: (create: () => AppendRecords) => AppendRecords
  /** What became of threads that compiled one source alone and came to no end, by the name of its document: it would be so again. */
  readonly ends: Map<string, ThreadEnd>
  /** The files that the store remembers; from here on their documents are known to be those of the fingerprint that it tells. */
  readonly recall: (store: SealedStore) => FileIndex
  /** Sources without includes whose documents are known to be those that their names say. */
  readonly named: (fingerprint: string) => WeakSet<IndexedFile>
  /** Ends what runs. Whoever asks for a thread after that gets another. */
  readonly close: () => Promise<void>
}

/** Keeps the last of each: to make a compiler takes much longer than to compile an article with it. */
export function keepWork(): KeptWork {
  let made: {readonly fingerprint: string; readonly compiler: SourceCompiler} | undefined
  let named: {readonly fingerprint: string; readonly files: WeakSet<IndexedFile>} | undefined
  let lent: {readonly ground: string; readonly thread: Thread | undefined} | undefined
  let writer: AppendRecords | undefined
  let ended: Promise<unknown> = Promise.resolve()
  return {
    ends: new Map(),
    thread(ground, open) {
      if (lent?.ground !== ground) {
        endThread()
        lent = {ground, thread: open()}
      }
      return lent.thread
    },
    writer(create) {
      writer ??= create()
      return writer
    },
    async close() {
      endThread()
      await ended
    },
    compiler(fingerprint, create) {
      if (made?.fingerprint !== fingerprint) made = {fingerprint, compiler: create()}
      return made.compiler
    },
    recall(store) {
      const {index, fingerprint} = readFileIndex(store)
      const plain = [...index.values()].filter(({includes}) => includes === undefined)
      named = {fingerprint, files: new WeakSet(plain)}
      return index
    },
    named(fingerprint) {
      if (named?.fingerprint !== fingerprint) named = {fingerprint, files: new WeakSet()}
      return named.files
    }
  }

  function endThread(): void {
    ended = Promise.all([ended, lent?.thread?.close()])
    lent = undefined
  }
}
