import {brotliCompressSync, constants, gzipSync} from 'node:zlib'
import type {Encoding} from '#src/model/compressor.ts'
import type {Answer} from './answer-request.ts'

/**
 * An answer as a host sends it: compressed, where the browser can read that and it pays.
 *
 * @param findCompressed
 *   The body in an encoding, where that lies beside the file.
 */
export function compressAnswer(
  answer: Answer,
  accepted: string | undefined,
  findCompressed: (encoding: Encoding) => Uint8Array | undefined
): Answer {
  const {status, headers, body} = answer
  if (!isText(headers['content-type'])) return answer
  const varying = {...answer, headers: {...headers, vary: joined(headers['vary'], 'Accept-Encoding')}}
  // A part is one of the bytes that the answer to a request without compression has.
  const encoding = status === 206 || body.byteLength < bytesMin ? undefined : chooseEncoding(accepted)
  if (encoding === undefined) return varying
  const {etag} = headers
  return {
    status,
    headers: {
      ...varying.headers,
      'content-encoding': encoding,
      // The same text in other bytes.
      ...(etag === undefined ? {} : {etag: `W/${etag}`})
    },
    body: findCompressed(encoding) ?? compressors[encoding](body)
  }
}

/** What is smaller fits into one packet anyway. */
const bytesMin = 1024

/** As hosts do it for each request: the best ratio would take ten times as long. */
const brotliQuality = 5

const compressors: {readonly [Name in Encoding]: (bytes: Uint8Array) => Uint8Array} = {
  br: (bytes) => brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: brotliQuality}}),
  gzip: (bytes) => gzipSync(bytes)
}

/**
 * The encoding that a browser likes best; of equal ones the smaller.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding
 */
function chooseEncoding(accepted: string | undefined): Encoding | undefined {
  const weights = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.toLowerCase().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return [name.trim(), Number(weight ?? 1)] as const
    })
  )
  const weightOf = (name: Encoding): number => weights.get(name) ?? weights.get('*') ?? 0
  const [br, gz] = [weightOf('br'), weightOf('gzip')]
  if (Math.max(br, gz) <= 0) return undefined
  return br >= gz ? 'br' : 'gzip'
}

function isText(type: string | undefined): boolean {
  return type !== undefined && textTypes.test(type)
}

const textTypes =
  /^(?:text\/|application\/(?:[\w.]+\+)?(?:json|xml|javascript)|application\/wasm|image\/(?:svg\+xml|bmp|x-icon))/

function joined(before: string | undefined, name: string): string {
  return before === undefined ? name : `${before}, ${name}`
}
