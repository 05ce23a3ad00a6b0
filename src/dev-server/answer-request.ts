import {Buffer} from 'node:buffer'
import {contentTypeOf, isHtml} from '#src/model/content-type.ts'
import {leadsOn} from '#src/model/redirect.ts'
import {byteRange} from './byte-range.ts'
import {findFile} from './find-file.ts'
import {readTarget, type Target} from './read-target.ts'
import type {ServedFile, ServedSite} from './served-site.ts'

/** A request, as far as the answer depends on it. */
export interface Request {
  readonly method: string
  /** Of the request line. */
  readonly target: string
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  /** Every `Host` header: there is to be one. */
  readonly hosts: ReadonlyArray<string>
}

/** An answer to be sent. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Path of the file that is the body; absent where that is something else. */
  readonly file?: string
}

/** The file that a page is sent for; without a hash where it cannot be made. */
export interface PageFile {
  readonly path: string
  readonly hash?: string
}

/** What a server adds to the pages of a site. */
export interface Additions {
  /** A page as it is sent. */
  readonly toSentPage: (html: Uint8Array, file: PageFile) => Uint8Array
  /** Part of the tag of each page: a page that was sent with other additions is another one. */
  readonly version: () => string
}

/** A server that adds nothing. */
export const noAdditions: Additions = {toSentPage: (html) => html, version: () => ''}

/** Answer a request from the files of a site, as static hosts do. For `HEAD` the body is that of `GET`. */
export async function answerRequest(
  site: ServedSite,
  {target, headers}: Pick<Request, 'target' | 'headers'>,
  additions: Additions
): Promise<Answer> {
  const asked = readTarget(target)
  if (asked === undefined) return textAnswer(400, 'Expected an address of the site')
  const answer = await answerPath(site, asked, headers, additions)
  return {...answer, headers: {...answer.headers, ...site.headers(asked.path)}}
}

async function answerPath(
  site: ServedSite,
  asked: Target,
  headers: Request['headers'],
  additions: Additions
): Promise<Answer> {
  const there = findFile(site, asked.path)
  const rule = site.redirect(asked.path)
  const redirect = there.kind === 'nothing' || rule?.isForced === true ? rule : undefined
  if (redirect !== undefined && leadsOn(redirect.status)) {
    return movedAnswer(redirect.status, withSearch(redirect.to, asked.search))
  }
  const found = redirect === undefined ? there : findFile(site, readTarget(redirect.to)?.path ?? redirect.to)
  if (found.kind === 'elsewhere') return movedAnswer(301, encodePath(found.path) + asked.search)
  if (found.kind === 'file') {
    const file = await site.read(found.path)
    if (file === undefined) return pageAnswer(500, additions.toSentPage(page('This page has errors'), found))
    const answer = fileAnswer(found.path, file, headers, additions)
    return answer.status === 200 ? {...answer, status: redirect?.status ?? 200} : answer
  }
  const notFound = site.has(notFoundFile) ? await site.read(notFoundFile) : undefined
  const file = {path: notFoundFile, ...(notFound === undefined ? {} : {hash: notFound.hash})}
  return pageAnswer(404, additions.toSentPage(notFound?.bytes ?? page('There is no such page'), file))
}

/** A short answer that is no page. */
export function textAnswer(status: number, text: string): Answer {
  return {status, headers: {'content-type': contentTypeOf('.txt')}, body: Buffer.from(`${text}\n`)}
}

function movedAnswer(status: number, location: string): Answer {
  const answer = textAnswer(status, 'Moved')
  return {...answer, headers: {...answer.headers, location}}
}

/** What was asked of the old address is asked of the new one, as hosts do it. */
function withSearch(to: string, search: string): string {
  if (to.includes('?')) return to
  const [address = '', ...fragment] = to.split('#')
  return [address + search, ...fragment].join('#')
}

const notFoundFile = '404.html'

function fileAnswer(
  path: string,
  file: ServedFile,
  headers: Request['headers'],
  additions: Additions
): Answer {
  const isPage = isHtml(path)
  const bytes = isPage ? additions.toSentPage(file.bytes, {path, hash: file.hash}) : file.bytes
  const tag = `"${file.hash}${isPage ? additions.version() : ''}"`
  const described = {'content-type': contentTypeOf(path), etag: tag, 'accept-ranges': 'bytes'}
  if (isKnown(headers['if-none-match'], tag)) return {status: 304, headers: {etag: tag}, body: nothing}
  // A part of another state of the file would not fit to the part that the browser has.
  const hasSameState = headers['if-range'] === undefined || headers['if-range'] === tag
  const range = hasSameState ? byteRange(oneOf(headers['range']), bytes.byteLength) : undefined
  if (range === undefined)
    return {status: 200, headers: described, body: bytes, ...(bytes === file.bytes ? {file: path} : {})}
  if (range === 'unsatisfiable') {
    return {status: 416, headers: {'content-range': `bytes */${bytes.byteLength}`}, body: nothing}
  }
  const {start, end} = range
  return {
    status: 206,
    headers: {...described, 'content-range': `bytes ${start}-${end - 1}/${bytes.byteLength}`},
    body: bytes.subarray(start, end)
  }
}

const nothing = new Uint8Array(0)

function pageAnswer(status: number, html: Uint8Array): Answer {
  return {status, headers: {'content-type': contentTypeOf('.html')}, body: html}
}

/** A page that the server makes itself. */
function page(title: string): Uint8Array {
  return Buffer.from(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1></body>
</html>
`)
}

function isKnown(header: string | ReadonlyArray<string> | undefined, tag: string): boolean {
  const known = oneOf(header)?.split(',') ?? []
  return known.some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
}

function oneOf(header: string | ReadonlyArray<string> | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0]
}

/** Only paths of the site come here, so that no one can be sent elsewhere. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
