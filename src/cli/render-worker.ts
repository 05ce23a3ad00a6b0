import {parentPort, workerData} from 'node:worker_threads'
import {openRenderer, type RenderRequest} from '#src/build/render-thread.ts'
import {nodeHost} from '#src/host/node-host.ts'
import type {RendererStart} from '#src/host/start-renderer.ts'
import {storeFolder} from '#src/host/store-folder.ts'

/** What a thread runs: it renders pages into the staging folder, one request after the other. */
const {storeFolder: folder, ...options} = workerData as RendererStart
const answer = openRenderer({...nodeHost(options), store: storeFolder(folder)})

parentPort?.on('message', async (request: RenderRequest) => {
  // What throws ends the thread, which leaves its work to the one that asks.
  parentPort?.postMessage(await answer(request))
})
