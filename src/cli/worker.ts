import {parentPort, workerData} from 'node:worker_threads'
import {openRecordedWork} from '#src/build/recorded-work.ts'
import type {ThreadRequest} from '#src/build/thread-work.ts'
import {nodeHost} from '#src/host/node-host.ts'
import type {ThreadMessage, ThreadReply, ThreadStart} from '#src/host/open-thread.ts'
import {storeFolder} from '#src/host/store-folder.ts'
import {openRecording} from './open-recording.ts'

/** What a thread runs: it compiles sources and renders pages, as it is asked. */
const {storeFolder: folder, ...options} = workerData as ThreadStart
const answer = openRecordedWork({...nodeHost(options), store: storeFolder(folder)}, openRecording)

parentPort?.on('message', async ({id, request}: ThreadMessage) => {
  parentPort?.postMessage(await reply(id, request as ThreadRequest))
})

async function reply(id: number, request: ThreadRequest): Promise<ThreadReply> {
  try {
    return {id, answer: await answer(request)}
  } catch (error) {
    const {message, stack} = error instanceof Error ? error : new Error(String(error))
    return {id, fault: {message, stack}}
  }
}
