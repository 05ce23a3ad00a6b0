import {encodingEndings} from '#src/model/compressor.ts'
import type {Host} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {type Answer, answerRequest, noAdditions, type Request} from './answer-request.ts'
import {compressAnswer} from './compress-answer.ts'
import {folderSite} from './folder-site.ts'
import {type ListenOptions, type OpenServer, openServer} from './open-server.ts'
import {type ServedAt, servedAt} from './served-at.ts'

/** What a preview is started with. */
export interface PreviewOptions extends ListenOptions {
  readonly host: Pick<Host, 'output' | 'clock'>
  /** Path part of the site's address, with slashes at both ends. */
  readonly basePath: string
  /** Told of faults of Galley, which do not end the server. */
  readonly onFault: (fault: unknown) => void
}

/** Serve the output folder as a static host does. */
export async function startPreview(options: PreviewOptions): Promise<ServedAt & Pick<OpenServer, 'close'>> {
  const {basePath, host, onFault} = options
  const site = folderSite(host.output, basePath, host.clock)
  const server = await openServer({answer, onFault}, options)
  return {...servedAt(options.address, server, basePath), close: server.close}

  async function answer(request: Request): Promise<Answer> {
    const accepted = request.headers['accept-encoding']
    const whole = await answerRequest(site, request, noAdditions)
    return compressAnswer(whole, accepted?.toString(), (encoding) => {
      const path = `${whole.file}${encodingEndings[encoding]}`
      return whole.file !== undefined && site.has(path) ? host.output.read(path as OutputPath) : undefined
    })
  }
}
