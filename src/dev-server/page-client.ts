import {Buffer} from 'node:buffer'
import {type Additions, type Answer, type Request, textAnswer} from './answer-request.ts'
import {contentTypeOf} from './content-type.ts'
import {insertTag} from './insert-tag.ts'

/** The script that runs in pages, and the addresses that it asks for. */
export interface PageClient extends Additions {
  /** The answer to a request for one of its addresses; `undefined` for any other. */
  readonly answer: (request: Request) => Answer | undefined
  /** Path of the page that asks to be told of changes; `undefined` for other requests. */
  readonly streamedPage: (request: Request) => string | undefined
}

/** Below which no site has files: addresses that articles get have no `@` first. */
const clientFolder = '/@galley/'

/**
 * The client of a server.
 *
 * @param token
 *   That no other page than those of this server knows: who does not have it is not told of changes.
 * @param script
 *   What `client/` is bundled to.
 */
export function openPageClient(token: string, script: string): PageClient {
  return {
    version: `.${token}`,
    toSentPage: (html, {hash = ''}) =>
      insertTag(
        html,
        `<script defer src="${clientFolder}client.js" data-token="${token}" data-hash="${hash}"></script>`
      ),
    answer({target}) {
      if (!target.startsWith(clientFolder)) return undefined
      if (target === `${clientFolder}client.js`) {
        return {status: 200, headers: {'content-type': contentTypeOf('.js')}, body: Buffer.from(script)}
      }
      return textAnswer(404, 'There is no such page')
    },
    streamedPage({method, target}) {
      if (method !== 'GET' || !target.startsWith(`${clientFolder}events?`)) return undefined
      const parameters = new URLSearchParams(target.slice(target.indexOf('?')))
      const path = parameters.get('page')
      return path !== null && parameters.get('token') === token ? path.normalize('NFC') : undefined
    }
  }
}
