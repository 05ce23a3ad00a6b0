import {Buffer} from 'node:buffer'
import {type Additions, type Answer, type Request, textAnswer} from './answer-request.ts'
import {contentTypeOf} from './content-type.ts'
import {insertTag} from './insert-tag.ts'
import type {Problem} from './problems.ts'

/** The script that runs in pages, and the addresses that it asks for. */
export interface PageClient extends Additions {
  /** The answer to a request for one of its addresses; `undefined` for any other. */
  readonly answer: (request: Request) => Promise<Answer> | undefined
  /** Path of the page that asks to be told of changes; `undefined` for other requests. */
  readonly streamedPage: (request: Request) => string | undefined
}

/** What a client is made of. */
export interface ClientOptions {
  /** That no other page than those of this server knows: who does not have it is told nothing. */
  readonly token: string
  /** What `client/` is bundled to. */
  readonly script: string
  /** What is to be shown over the page at a path, from the server's root. */
  readonly problemsOf: (path: string) => Promise<ReadonlyArray<Problem>>
}

/** Below which no site has files: addresses that articles get have no `@` first. */
const clientFolder = '/@galley/'

/** The client of a server. */
export function openPageClient({token, script, problemsOf}: ClientOptions): PageClient {
  return {
    version: `.${token}`,
    toSentPage: (html, {hash = ''}) =>
      insertTag(
        html,
        `<script defer src="${clientFolder}client.js" data-token="${token}" data-hash="${hash}"></script>`
      ),
    answer: ({target}) => (target.startsWith(clientFolder) ? answer(target) : undefined),
    streamedPage: ({method, target}) => (method === 'GET' ? pageOf(target, 'events') : undefined)
  }

  async function answer(target: string): Promise<Answer> {
    if (target === `${clientFolder}client.js`) return sent('.js', script)
    const path = pageOf(target, 'problems.json')
    if (path === undefined) return textAnswer(404, 'There is no such page')
    return sent('.json', JSON.stringify(await problemsOf(path)))
  }

  /** Path of the page that asks for an address of the client, if it is one of this server. */
  function pageOf(target: string, name: string): string | undefined {
    if (!target.startsWith(`${clientFolder}${name}?`)) return undefined
    const parameters = new URLSearchParams(target.slice(target.indexOf('?')))
    const path = parameters.get('page')
    return path !== null && parameters.get('token') === token ? path.normalize('NFC') : undefined
  }
}

function sent(extension: string, text: string): Answer {
  return {status: 200, headers: {'content-type': contentTypeOf(extension)}, body: Buffer.from(text)}
}
