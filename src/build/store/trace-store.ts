import {Buffer} from 'node:buffer'
import {decodeColumns, encodeColumns} from '#src/graph/columns.ts'
import {decodeKeys, encodeKeys, resultColumns, resultsOf} from '#src/graph/encode-traces.ts'
import {layOutAdded, layOutAnswers} from '#src/graph/lay-out-answers.ts'
import {noTraces, type StoredAnswers, type TracedKeys, type Traces} from '#src/graph/traces.ts'
import {openAnswerPack, writeAnswerPack} from './answer-pack.ts'
import type {SealedStore} from './sealed-store.ts'

/** What builds remember of their traces. */
export interface TraceStore {
  /** Traces of the last build; none when they are not known. */
  readonly read: () => Traces
  /** Remember traces. Of what they have in common with those that were read, nothing is written again. */
  readonly write: (traces: Traces) => void
}

/** The files that `traces` needs. Each has a name that no other had, so that it is the one that was written with it. */
interface TraceFiles {
  /** Keys and reads: most edits leave them as they are. */
  readonly keys: string
  /** Stored answers, to which others are appended. */
  readonly answers: string
  /** Bytes of that file that are in use; a killed build may have left more. */
  readonly answersEnd: number
}

/** Where traces lie: a file, and a folder that has what it names, and nothing else. */
interface TracePlace {
  readonly file: string
  readonly folder: string
}

/** The traces of builds. */
export function openTraceStore(store: SealedStore): TraceStore {
  return openTracesAt(store, {file: 'traces', folder: 'traced'})
}

/** Those of servers, which ask for a few pages of another site: of one with drafts. */
export function openServerTraceStore(store: SealedStore): TraceStore {
  return openTracesAt(store, {file: 'server-traces', folder: 'server-traced'})
}

function openTracesAt(store: SealedStore, place: TracePlace): TraceStore {
  let known: {readonly traces: Traces; readonly files: TraceFiles} | undefined
  return {
    read() {
      known = readFiles(store, place)
      return known?.traces ?? noTraces
    },
    write(traces) {
      const keys =
        known?.traces.keys === traces.keys ? known.files.keys : writeKeys(store, place, traces.keys)
      const {places, ...answers} = writeAnswers(store, place, traces, known?.files)
      const files: TraceFiles = {keys, ...answers}
      const columns = [Buffer.from(JSON.stringify(files)), ...resultColumns(traces, places)]
      store.write(place.file, ...encodeColumns(columns))
      for (const name of store.files.list(place.folder)) {
        const file = `${place.folder}/${name}`
        if (file !== files.keys && file !== files.answers) store.files.remove(file)
      }
    }
  }
}

function readFiles(
  store: SealedStore,
  place: TracePlace
): {readonly traces: Traces; readonly files: TraceFiles} | undefined {
  const bytes = store.read(place.file)
  if (bytes === undefined) return undefined
  const [names, ...results] = decodeColumns(bytes)
  if (names === undefined) return undefined
  const files = JSON.parse(names.toString('utf8')) as TraceFiles
  const keys = store.read(files.keys)
  if (keys === undefined) return undefined
  const read = openAnswerPack(store.files, files.answers, files.answersEnd)
  return {traces: {keys: decodeKeys(keys), ...resultsOf(results, read)}, files}
}

function writeKeys(store: SealedStore, {folder}: TracePlace, keys: TracedKeys): string {
  const name = store.files.freshName(folder, '.keys')
  store.write(name, ...encodeKeys(keys))
  return name
}

interface WrittenAnswers extends Pick<TraceFiles, 'answers' | 'answersEnd'> {
  readonly places: Pick<StoredAnswers, 'starts' | 'lengths'>
}

/** Append the answers that are new to the file that has the others; or write all to another one, when most of that is unused. */
function writeAnswers(
  {files}: SealedStore,
  {folder}: TracePlace,
  traces: Traces,
  known: TraceFiles | undefined
): WrittenAnswers {
  const start = known === undefined ? 0 : files.size(known.answers)
  if (known === undefined || start < known.answersEnd || isMostlyUnused(traces, start)) {
    const {places, byteLength, pieces} = layOutAnswers(traces)
    const answers = files.freshName(folder, '.answers')
    writeAnswerPack(files, answers, pieces())
    return {answers, answersEnd: byteLength, places}
  }
  const {places, byteLength, pieces} = layOutAdded(traces, start)
  writeAnswerPack(files, known.answers, pieces())
  return {answers: known.answers, answersEnd: start + byteLength, places}
}

/** As many bytes as this may lie unused beside the answers of a small site. */
const unusedBytesMax = 1024 * 1024

function isMostlyUnused({answers}: Traces, size: number): boolean {
  let used = 0
  for (const length of answers.lengths) used += length
  return size - used > Math.max(used, unusedBytesMax)
}
