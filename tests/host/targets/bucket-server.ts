import {createHash} from 'node:crypto'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {buffer} from 'node:stream/consumers'
import {type Credentials, findRefusal, type Refusal} from './bucket-signature.ts'

/** A service with one bucket, which answers what it is asked in the language of S3. */
export interface BucketServer {
  readonly endpoint: string
  readonly close: () => Promise<void>
}

/** What is in a bucket. */
interface StoredObject {
  readonly bytes: Buffer
  readonly type: string | undefined
  readonly cache: string | undefined
  readonly modified: Date
}

/** An answer without what all of them have. */
interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** Objects in one answer to a list: so few that there are several. */
const listMax = 10

const refused: Readonly<Record<Refusal | 'NoSuchBucket' | 'NoSuchKey' | 'NotImplemented', number>> = {
  AccessDenied: 403,
  InvalidAccessKeyId: 403,
  SignatureDoesNotMatch: 403,
  XAmzContentSHA256Mismatch: 400,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NotImplemented: 501
}

/** Start a service on this machine, for requests that are signed by these credentials. The bucket's name is the first part of the path. */
export async function openBucketServer(bucket: string, credentials: Credentials): Promise<BucketServer> {
  const objects = new Map<string, StoredObject>()
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve()))
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const refusal = findRefusal(request, body, credentials)
    const {status, headers, body: answer} = refusal === undefined ? find(request, body) : refuse(refusal)
    response.writeHead(status, headers).end(answer)
  }

  function find(request: IncomingMessage, body: Buffer): Answer {
    const {pathname, searchParams} = new URL(request.url ?? '', 'http://localhost')
    const [, name, ...rest] = pathname.split('/').map(decodeURIComponent)
    const key = rest.join('/')
    if (name !== bucket) return refuse('NoSuchBucket')
    if (request.method === 'GET') return key === '' ? list(searchParams) : get(key)
    if (request.method === 'PUT') return put(key, body, request.headers)
    if (request.method !== 'DELETE') return refuse('NotImplemented')
    objects.delete(key)
    return {status: 204}
  }

  function get(key: string): Answer {
    const object = objects.get(key)
    if (object === undefined) return refuse('NoSuchKey')
    const {bytes, type = 'binary/octet-stream', cache} = object
    const headers = {'content-type': type, ...(cache !== undefined && {'cache-control': cache})}
    return {status: 200, headers, body: bytes}
  }

  function put(key: string, bytes: Buffer, headers: IncomingMessage['headers']): Answer {
    const {'content-type': type, 'cache-control': cache} = headers
    objects.set(key, {bytes, type, cache, modified: new Date()})
    return {status: 200, headers: {etag: tagOf(bytes)}}
  }

  function list(query: URLSearchParams): Answer {
    const after = query.get('continuation-token') ?? ''
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
    const rest = keys.filter((key) => key > after)
    const listed = rest.slice(0, listMax)
    const last = rest.length > listMax ? listed.at(-1) : undefined
    const next = last === undefined ? '' : element('NextContinuationToken', escapeXml(last))
    const contents = listed.map(describe).join('')
    const body = element('ListBucketResult', element('IsTruncated', String(next !== '')) + next + contents)
    return {status: 200, headers: {'content-type': 'application/xml'}, body}
  }

  function describe(key: string): string {
    const {bytes = Buffer.alloc(0), modified = new Date()} = objects.get(key) ?? {}
    const parts = {
      Key: escapeXml(key),
      LastModified: modified.toISOString(),
      ETag: escapeXml(tagOf(bytes)),
      Size: String(bytes.length)
    }
    return element(
      'Contents',
      Object.entries(parts)
        .map(([name, text]) => element(name, text))
        .join('')
    )
  }
}

function refuse(code: keyof typeof refused): Answer {
  const headers = {'content-type': 'application/xml'}
  return {status: refused[code], headers, body: element('Error', element('Code', code))}
}

function tagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
