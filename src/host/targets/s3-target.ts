import {createHash} from 'node:crypto'
import type {S3Client} from '@aws-sdk/client-s3'
import type {S3Settings} from '#src/model/deploy-config.ts'
import {
  type BuiltFile,
  type DeployTarget,
  type Presence,
  recordFile,
  TargetError
} from '#src/model/deployment.ts'
import type {OutputPath} from '#src/model/route.ts'
import {errorCodeOf} from '../system-error.ts'
import {eachOf} from './each-of.ts'
import type {TargetGround} from './open-target.ts'

/** An object of a bucket, as far as a list tells. */
interface ListedObject {
  /** Of most objects the MD5 of their bytes; of those that are encrypted by a key of the service anything. */
  readonly tag: string
  readonly bytes: number
}

/**
 * A bucket of S3 or of what speaks its language, by Amazon's own package, which finds the credentials. A list of the bucket tells what
 * is there, so that an interrupted deploy needs no memory of its own.
 */
export async function s3Target(
  settings: S3Settings,
  {built, servedAs}: Pick<TargetGround, 'built' | 'servedAs'>
): Promise<DeployTarget> {
  const {bucket, prefix, region, endpoint, forcePathStyle} = settings
  const sdk = await loadSdk()
  const client: S3Client = new sdk.S3Client({
    ...(region === undefined ? {} : {region}),
    ...(endpoint === undefined ? {} : {endpoint}),
    ...(forcePathStyle === undefined ? {} : {forcePathStyle}),
    maxAttempts: attemptsMax,
    // Services that are not Amazon's know no others than those that a call cannot do without.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED'
  })
  const start = prefix === undefined ? '' : `${prefix}/`

  return {
    name: `s3://${bucket}${prefix === undefined ? '' : `/${prefix}`}`,
    async look(files) {
      const listed = await telling(listBucket)
      const byPath = new Map(files.map((file) => [file.path, file]))
      const others = [...listed].filter(([path]) => path !== recordFile)
      return {
        present: new Map(others.map(([path, object]) => [path, presenceOf(object, byPath.get(path))])),
        ...(listed.has(recordFile)
          ? {record: await new TextDecoder().decode(await telling(() => read(recordFile)))}
          : {})
      }
    },
    fetch: (paths) =>
      telling(async () => {
        const fetched = new Map<string, Uint8Array>()
        await eachOf(paths, callsMax, async (path) => {
          fetched.set(path, await read(path))
        })
        return (path) => fetched.get(path) ?? new Uint8Array()
      }),
    put: (files, onDone) =>
      telling(() =>
        eachOf(files, callsMax, async (file) => {
          await send(file.path, built.read(file.path as OutputPath) ?? new Uint8Array())
          onDone(file)
        })
      ),
    // A call for each: not all services have the one that removes many.
    remove: (paths) =>
      telling(() =>
        eachOf(paths, callsMax, async (path) => {
          await client.send(new sdk.DeleteObjectCommand({Bucket: bucket, Key: start + path}))
        })
      ),
    keepRecord: (record) => telling(() => send(recordFile, new TextEncoder().encode(record))),
    finish: async () => 'shown',
    close: () => client.destroy()
  }

  async function listBucket(): Promise<ReadonlyMap<string, ListedObject>> {
    const objects = new Map<string, ListedObject>()
    for await (const {Contents = []} of sdk.paginateListObjectsV2(
      {client},
      {Bucket: bucket, Prefix: start}
    )) {
      for (const {Key = '', ETag = '', Size = 0} of Contents) {
        // What ends with a slash stands for a folder, and was made by a console.
        if (!Key.endsWith('/'))
          objects.set(Key.slice(start.length), {tag: ETag.replaceAll('"', ''), bytes: Size})
      }
    }
    return objects
  }

  async function read(path: string): Promise<Uint8Array> {
    const {Body} = await client.send(new sdk.GetObjectCommand({Bucket: bucket, Key: start + path}))
    return (await Body?.transformToByteArray()) ?? new Uint8Array()
  }

  function presenceOf({tag, bytes}: ListedObject, file: BuiltFile | undefined): Presence {
    if (file === undefined || bytes !== file.bytes) return 'other'
    const digest = createHash('md5').update(built.read(file.path as OutputPath) ?? new Uint8Array())
    return tag === digest.digest('hex') ? 'same' : 'unknown'
  }

  async function send(path: string, bytes: Uint8Array): Promise<void> {
    const {contentType, cacheControl} = servedAs(path)
    const object = {Bucket: bucket, Key: start + path, Body: bytes}
    await client.send(
      new sdk.PutObjectCommand({...object, ContentType: contentType, CacheControl: cacheControl})
    )
  }

  /** Do something; what the service refuses becomes a `TargetError`. */
  async function telling<Value>(act: () => Promise<Value>): Promise<Value> {
    try {
      return await act()
    } catch (error) {
      throw toTargetError(error, bucket)
    }
  }
}

/** More at once are no faster on the lines that people have. */
const callsMax = 8

/** Of each call, by the package itself. */
const attemptsMax = 4

async function loadSdk(): Promise<typeof import('@aws-sdk/client-s3')> {
  try {
    return await import('@aws-sdk/client-s3')
  } catch (error) {
    if (errorCodeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new TargetError('Expected the package `@aws-sdk/client-s3` for a bucket, found none', {
      hint: 'Run `npm install --save-dev @aws-sdk/client-s3`'
    })
  }
}

/** A refusal by its name alone: what services write beside it may have the key in it that they were given. */
function toTargetError(error: unknown, bucket: string): unknown {
  if (!(error instanceof Error)) return error
  const status = statusOf(error)
  const isOnTheWay = errorCodeOf(error) !== undefined || error.name === 'TimeoutError'
  const hint = hints[error.name]
  if (status === undefined && !isOnTheWay && hint === undefined) return error
  const cause = status === undefined ? (errorCodeOf(error) ?? error.name) : `${error.name}, status ${status}`
  return new TargetError(`The bucket \`${bucket}\` refused: ${cause}`, {
    mayPass: isOnTheWay || (status ?? 0) >= 500 || status === tooMany,
    hint
  })
}

const tooMany = 429

const hints: {readonly [name: string]: string | undefined} = {
  AccessDenied:
    'The credentials may not do this: they need to list, read, write and delete objects of the bucket',
  CredentialsProviderError: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or log in as Amazon says',
  InvalidAccessKeyId: 'The service does not know these credentials',
  NoSuchBucket: 'Make the bucket first',
  SignatureDoesNotMatch: 'The secret does not fit the key'
}

function statusOf(error: Error): number | undefined {
  if (!('$metadata' in error)) return undefined
  return (error.$metadata as {readonly httpStatusCode?: number}).httpStatusCode
}
