import {
  type _Object,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client
} from '@aws-sdk/client-s3'
import {expect, onTestFinished, test, vi} from 'vitest'
import type {S3Settings} from '#src/model/deploy-config.ts'
import {openBucketServer} from './bucket-server.ts'
import {builtSite} from './deployed-site.ts'

/** A bucket on this machine. */
interface Bucket {
  readonly settings: S3Settings
  /** Keys of all objects. */
  readonly keys: () => Promise<ReadonlyArray<string | undefined>>
  /** What an object is served with. */
  readonly get: (key: string) => Promise<object>
  readonly put: (key: string, text: string) => Promise<void>
  /** When each object was put there, by key. */
  readonly times: () => Promise<ReadonlyMap<string | undefined, number | undefined>>
}

async function openBucket(): Promise<Bucket> {
  const credentials = {id: 'AKIDEXAMPLE', secret: 'a secret/with+signs'}
  const {endpoint, close} = await openBucketServer('site', credentials)
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials.id)
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials.secret)
  const client = new S3Client({endpoint, region: 'us-east-1', forcePathStyle: true})
  onTestFinished(async () => {
    client.destroy()
    vi.unstubAllEnvs()
    await close()
  })
  const list = async () => {
    const objects: Array<_Object> = []
    for await (const {Contents = []} of paginateListObjectsV2({client}, {Bucket: 'site'}))
      objects.push(...Contents)
    return objects
  }
  return {
    settings: {to: 's3', bucket: 'site', region: 'us-east-1', endpoint, forcePathStyle: true},
    keys: async () => (await list()).map(({Key}) => Key).sort(),
    times: async () => new Map((await list()).map(({Key, LastModified}) => [Key, LastModified?.getTime()])),
    async get(key) {
      const {Body, ContentType, CacheControl} = await client.send(
        new GetObjectCommand({Bucket: 'site', Key: key})
      )
      return {text: await Body?.transformToString(), type: ContentType, cache: CacheControl}
    },
    async put(key, text) {
      await client.send(new PutObjectCommand({Bucket: 'site', Key: key, Body: text}))
    }
  }
}

test('a bucket becomes the site, with what browsers have to know', async () => {
  const bucket = await openBucket()
  const site = builtSite({'index.html': 'one', 'ä b/index.html': 'a', 'app-3f2a9c81.js': 'js'})
  expect(await site.deploy(bucket.settings)).toEqual([
    'create app-3f2a9c81.js',
    'create index.html',
    'create ä b/index.html'
  ])
  expect(await bucket.get('index.html')).toEqual({
    text: 'one',
    type: 'text/html; charset=utf-8',
    cache: 'public, max-age=0, must-revalidate'
  })
  expect(await bucket.get('app-3f2a9c81.js')).toEqual({
    text: 'js',
    type: 'text/javascript; charset=utf-8',
    cache: 'public, max-age=31536000, immutable'
  })
  expect(await site.deploy(bucket.settings)).toEqual([])
  site.build({'index.html': 'two', 'app-3f2a9c81.js': 'js'})
  await bucket.put('mine.txt', 'mine')
  expect(await site.deployed(bucket.settings)).toEqual({
    'index.html': 'one',
    'ä b/index.html': 'a',
    'app-3f2a9c81.js': 'js'
  })
  expect(await site.deploy(bucket.settings)).toEqual(['update index.html', 'remove ä b/index.html'])
  expect(await bucket.keys()).toEqual(['.galley-deploy.json', 'app-3f2a9c81.js', 'index.html', 'mine.txt'])
})

test('a folder of a bucket is all that is touched', async () => {
  const bucket = await openBucket()
  const site = builtSite({'index.html': 'one'})
  await bucket.put('docs/old.html', 'old')
  await bucket.put('docs-of-others/index.html', 'other')
  await site.deploy({...bucket.settings, prefix: 'docs'}, {clean: true})
  expect(await bucket.keys()).toEqual([
    'docs-of-others/index.html',
    'docs/.galley-deploy.json',
    'docs/index.html'
  ])
})

test('a second run uploads only what the first one had not', async () => {
  const bucket = await openBucket()
  const files = Object.fromEntries(Array.from({length: 30}, (_, index) => [`f${index}.css`, `${index}`]))
  const site = builtSite({...files, 'index.html': 'one'})
  const broken = site.deploy(bucket.settings, {
    around: (target) => ({
      ...target,
      put: async (some, onDone) => {
        await target.put(some.slice(0, 12), onDone)
        throw new Error('ended')
      }
    })
  })
  await expect(broken).rejects.toMatchObject({name: 'DeployStoppedError', done: 12, total: 31})
  const before = await bucket.times()
  expect(before.size).toBe(13)
  expect(await site.deploy(bucket.settings)).toHaveLength(19)
  const after = await bucket.times()
  for (const [key, time] of before) {
    if (key !== '.galley-deploy.json') expect([key, after.get(key)]).toEqual([key, time])
  }
  expect(after.size).toBe(32)
})

test('a refusal is told by its name, with what to do and without the secret', async () => {
  const bucket = await openBucket()
  const site = builtSite({'index.html': 'one'})
  await expect(site.deploy({...bucket.settings, bucket: 'other'})).rejects.toMatchObject({
    message: 'The bucket `other` refused: NoSuchBucket, status 404',
    hint: 'Make the bucket first'
  })
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'nobody')
  await expect(site.deploy(bucket.settings)).rejects.toMatchObject({
    message: 'The bucket `site` refused: InvalidAccessKeyId, status 403',
    hint: 'The service does not know these credentials'
  })
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another secret')
  await expect(site.deploy(bucket.settings)).rejects.toMatchObject({
    message: 'The bucket `site` refused: SignatureDoesNotMatch, status 403',
    hint: 'The secret does not fit the key'
  })
})
