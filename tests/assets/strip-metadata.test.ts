import sharp, {type Sharp} from 'sharp'
import {describe, expect, test} from 'vitest'
import {stripMetadata} from '#src/assets/metadata/strip-metadata.ts'
import type {ImageFormat} from '#src/model/image.ts'

const formats = ['jpeg', 'png', 'webp'] as const

/** A picture in which every corner differs, with a profile of colors. */
function picture(): Sharp {
  const pixels = Uint8Array.from({length: 40 * 24 * 3}, (_, index) => (index * 7) % 256)
  return sharp(pixels, {raw: {width: 40, height: 24, channels: 3}}).withIccProfile('p3')
}

/** As a camera writes it: where it was, whose it is, and a text in XMP. */
function photograph(format: (typeof formats)[number], orientation: number): Promise<Buffer> {
  return picture()
    .withExif({
      IFD0: {Copyright: 'Ada Private', Model: 'Camera 1'},
      IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitude: '0/1 7/1 0/1'}
    })
    .withMetadata({orientation})
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><private/></x:xmpmeta>')
    .toFormat(format)
    .toBuffer()
}

const strip = (bytes: Uint8Array, format: ImageFormat): Buffer => Buffer.from(stripMetadata(bytes, format))

describe.each(formats)('a photograph as %s', (format) => {
  test('loses where and by whom it was taken, and no pixel', async () => {
    const before = await photograph(format, 1)
    expect(before.toString('latin1')).toMatch(/Ada Private/)
    expect((await sharp(before).metadata()).xmp).toBeDefined()
    const after = strip(before, format)
    expect(after.toString('latin1')).not.toMatch(/Ada|Camera|Exif|EXIF|eXIf|private/)
    const metadata = await sharp(after, {failOn: 'warning'}).metadata()
    expect(metadata).toMatchObject({width: 40, height: 24})
    expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined])
    expect(metadata.icc).toEqual((await sharp(before).metadata()).icc)
    expect(await sharp(after).raw().toBuffer()).toEqual(await sharp(before).raw().toBuffer())
  })

  test.each([3, 6, 8])(
    'stands as the camera was held (%i), which is all that is left',
    async (orientation) => {
      const before = await photograph(format, orientation)
      const after = strip(before, format)
      expect(after.toString('latin1')).not.toMatch(/Ada|Camera|private/)
      expect((await sharp(after, {failOn: 'warning'}).metadata()).orientation).toBe(orientation)
      const upright = (bytes: Buffer): Promise<Buffer> => sharp(bytes).autoOrient().raw().toBuffer()
      expect(await upright(after)).toEqual(await upright(before))
      expect(strip(after, format)).toEqual(after)
    }
  )

  test('loses what follows it', async () => {
    const clean = strip(await photograph(format, 1), format)
    const trailing = Buffer.concat([clean, await photograph('jpeg', 1)])
    expect(strip(trailing, format)).toEqual(clean)
  })

  test('is the same bytes when nothing is noted in it', async () => {
    const bytes = strip(await photograph(format, 1), format)
    expect(stripMetadata(bytes, format)).toBe(bytes)
  })

  test('stays as it is wherever it ends too early', async () => {
    const whole = await photograph(format, 6)
    for (let length = 0; length < whole.length - 1; length += 5) {
      const part = whole.subarray(0, length)
      expect(stripMetadata(part, format)).toBe(part)
    }
  })
})

test('a JPEG in several scans keeps all of them, and comments go', async () => {
  const progressive = await picture().jpeg({progressive: true}).toBuffer()
  const comment = Buffer.from('\xff\xfe\0\x09private', 'latin1')
  const before = Buffer.concat([progressive.subarray(0, 2), comment, progressive.subarray(2)])
  const after = strip(before, 'jpeg')
  expect(after.toString('latin1')).not.toContain('private')
  expect(await sharp(after).raw().toBuffer()).toEqual(await sharp(before).raw().toBuffer())
})

test('a WebP that moves goes on moving', async () => {
  const frames = Uint8Array.from({length: 8 * 16 * 3}, (_, index) => (index * 31) % 256)
  const before = await sharp(frames, {raw: {width: 8, height: 16, channels: 3, pageHeight: 8}})
    .withExif({IFD0: {Copyright: 'Ada Private'}})
    .webp({loop: 2, delay: [40, 50]})
    .toBuffer()
  const after = strip(before, 'webp')
  expect(after.toString('latin1')).not.toContain('Ada')
  expect(await sharp(after, {animated: true}).metadata()).toMatchObject({pages: 2, loop: 2, delay: [40, 50]})
})
