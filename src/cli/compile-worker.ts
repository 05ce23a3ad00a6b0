import {parentPort, workerData} from 'node:worker_threads'
import {compileTasks} from '#src/build/compile-source.ts'
import {packWriter} from '#src/build/document-pack.ts'
import {checkConfig} from '#src/config/check-config.ts'
import type {WorkerReply, WorkerRequest, WorkerStart} from '#src/host/compile-workers.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {storeFolder} from '#src/host/store-folder.ts'
import {createCompiler, type MarkdownCompiler} from '#src/markdown/create-compiler.ts'

/** What a thread runs: it compiles batches into the store, one after the other. */
const start = workerData as WorkerStart
const append = packWriter(storeFolder(start.storeFolder), undefined)
const compiler = openCompiler()

parentPort?.on('message', ({tasks}: WorkerRequest) => {
  reply(tasks).then((answer) => parentPort?.postMessage(answer))
})

async function reply(tasks: WorkerRequest['tasks']): Promise<WorkerReply> {
  try {
    return {kind: 'compiled', sources: await compileTasks(tasks, await compiler, append)}
  } catch (error) {
    const {message, stack} = error instanceof Error ? error : new Error(String(error))
    return {kind: 'failed', message, stack}
  }
}

/** Plugins are code, which cannot be handed from thread to thread: each thread loads the configuration. */
async function openCompiler(): Promise<MarkdownCompiler> {
  const {root, theme, environment} = start
  const {value: loaded} = await nodeHost({root, theme, output: start.storeFolder}).loadConfig(environment)
  const options = {environment, drafts: false, future: false, expired: false}
  return createCompiler(checkConfig(loaded, options).value.markdown)
}
