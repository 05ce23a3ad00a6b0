import {Buffer} from 'node:buffer'
import {contentTypeOf} from '#src/model/content-type.ts'
import {type Additions, type Answer, type Request, textAnswer} from './answer-request.ts'
import type {ListeningPage} from './event-stream.ts'
import type {ShownBlock} from './find-source-line.ts'
import {insertTag} from './insert-tag.ts'
import type {PageReport} from './page-report.ts'
import type {Problem} from './problems.ts'

/** The script that runs in pages, and the addresses that it asks for. */
export interface PageClient extends Additions {
  /** The answer to a request for one of its addresses; `undefined` for any other. */
  readonly answer: (request: Request) => Promise<Answer> | undefined
  /** The page that asks to be told of changes; `undefined` for other requests. */
  readonly listeningPage: (request: Request) => ListeningPage | undefined
}

/** What a client is made of. */
export interface ClientOptions {
  /** That no other page than those of this server knows: who does not have it is told nothing. */
  readonly token: string
  /** What `client/` is bundled to. */
  readonly script: string
  /** Whether pages have a toolbar. */
  readonly hasToolbar: boolean
  /** Number of the state of the site that pages are sent of. */
  readonly stateNumber: () => number
  /** What is to be shown over the page at a path, from the server's root. */
  readonly problemsOf: (path: string) => Promise<ReadonlyArray<Problem>>
  /** All that is known of the page at a path. */
  readonly reportOf: (path: string) => Promise<PageReport>
  /** Address in the editor of what a block of the page at a path was made of; `undefined` when it has no source. */
  readonly editorAddressOf: (path: string, block: ShownBlock) => Promise<string | undefined>
}

/** Below which no site has files: addresses that articles get have no `@` first. */
const clientFolder = '/@galley/'

/** The client of a server. */
export function openPageClient({
  token,
  script,
  hasToolbar,
  stateNumber,
  problemsOf,
  reportOf,
  editorAddressOf
}: ClientOptions): PageClient {
  const answers: Readonly<Record<string, (path: string, asked: URLSearchParams) => Promise<unknown>>> = {
    problems: problemsOf,
    page: reportOf,
    editor: async (path, asked) => {
      const block = {text: asked.get('text') ?? '', nth: Number(asked.get('nth'))}
      return {address: await editorAddressOf(path, block)}
    }
  }
  return {
    version: () => `.${token}.${stateNumber()}`,
    toSentPage: (html, {hash = ''}) =>
      insertTag(
        html,
        `<script defer src="${clientFolder}client.js" data-token="${token}" data-hash="${hash}" data-state-number="${stateNumber()}"${hasToolbar ? ' data-toolbar' : ''}></script>`
      ),
    answer: ({target}) => (target.startsWith(clientFolder) ? answer(target) : undefined),
    listeningPage({method, target}) {
      const parameters = method === 'GET' ? parametersOf(target, 'events') : undefined
      const path = parameters && pageOf(parameters)
      return path === undefined ? undefined : {path, stateNumber: Number(parameters?.get('state'))}
    }
  }

  async function answer(target: string): Promise<Answer> {
    if (target === `${clientFolder}client.js`) return sent('.js', script)
    for (const [name, answerTo] of Object.entries(answers)) {
      const parameters = parametersOf(target, `${name}.json`)
      const path = parameters && pageOf(parameters)
      if (parameters !== undefined && path !== undefined) {
        return sent('.json', JSON.stringify(await answerTo(path, parameters)))
      }
    }
    return textAnswer(404, 'There is no such page')
  }

  /** What follows an address of the client; `undefined` for other addresses, and for who does not know the token. */
  function parametersOf(target: string, name: string): URLSearchParams | undefined {
    if (!target.startsWith(`${clientFolder}${name}?`)) return undefined
    const parameters = new URLSearchParams(target.slice(target.indexOf('?')))
    return parameters.get('token') === token ? parameters : undefined
  }
}

/** Path of the page that asks. */
function pageOf(parameters: URLSearchParams): string | undefined {
  return parameters.get('page')?.normalize('NFC')
}

function sent(extension: string, text: string): Answer {
  return {status: 200, headers: {'content-type': contentTypeOf(extension)}, body: Buffer.from(text)}
}
