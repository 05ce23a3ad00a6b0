import {createHash, createHmac} from 'node:crypto'
import type {IncomingMessage} from 'node:http'

/** Who may use a bucket. */
export interface Credentials {
  readonly id: string
  readonly secret: string
}

/** Why a service refuses a request, by the name that it has for that. */
export type Refusal =
  | 'AccessDenied'
  | 'InvalidAccessKeyId'
  | 'SignatureDoesNotMatch'
  | 'XAmzContentSHA256Mismatch'

const written =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

/**
 * Why a request is none that its sender has signed; `undefined` for one that is.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function findRefusal(
  {method = '', url = '', headers}: IncomingMessage,
  body: Buffer,
  {id, secret}: Credentials
): Refusal | undefined {
  const [, sender, scope = '', signed = '', signature] = written.exec(headers.authorization ?? '') ?? []
  if (sender === undefined) return 'AccessDenied'
  if (sender !== id) return 'InvalidAccessKeyId'
  const contentHash = headers['x-amz-content-sha256']
  if (contentHash !== 'UNSIGNED-PAYLOAD' && contentHash !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const [path = '', query = ''] = url.split('?')
  const canonical = [
    method,
    path,
    query.split('&').sort().join('&'),
    ...signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    signed,
    contentHash
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  let key: string | Buffer = `AWS4${secret}`
  for (const part of scope.split('/')) key = hmac(key, part)
  return hmac(key, text).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch'
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
