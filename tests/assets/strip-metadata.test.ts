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
function photograph(format: (typeof formats)[number] | 'avif', orientation: number): Promise<Buffer> {
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

describe('a photograph as avif', () => {
  const read = (bytes: Uint8Array) => sharp(bytes, {failOn: 'warning'})

  test.each([1, 6])('has what is noted overwritten in its place (%i), and no pixel', async (orientation) => {
    const before = await photograph('avif', orientation)
    expect(before.toString('latin1')).toMatch(/Ada Private[\s\S]*<private/)
    const after = strip(before, 'avif')
    expect(after.toString('latin1')).not.toMatch(/Ada|Camera|private/)
    expect(after).toHaveLength(before.length)
    const [old, fresh] = [await read(before).metadata(), await read(after).metadata()]
    const {exif: _, xmp: __, xmpAsString: ___, ...others} = old
    expect(fresh).toMatchObject(others)
    expect(fresh.xmpAsString?.trim()).toBe('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
    expect(await read(after).autoOrient().raw().toBuffer()).toEqual(
      await read(before).autoOrient().raw().toBuffer()
    )
    expect(stripMetadata(after, 'avif')).toBe(after)
  })

  test('loses what programs put beside it, and what follows it', async () => {
    const clean = strip(await photograph('avif', 1), 'avif')
    const box = Buffer.from('\0\0\0\x20uuid0123456789abcdefprivate!', 'latin1')
    const after = strip(Buffer.concat([clean, box, await photograph('jpeg', 1)]), 'avif')
    expect(after).toEqual(Buffer.concat([clean, Buffer.from('\0\0\0\x20free'), Buffer.alloc(24)]))
  })

  test('is the same bytes when nothing is noted in it', async () => {
    const bytes = await picture().avif().toBuffer()
    expect(stripMetadata(bytes, 'avif')).toBe(bytes)
  })

  test('stays as it is wherever it ends too early, or a place in it leads elsewhere', async () => {
    const whole = await photograph('avif', 6)
    for (let length = 0; length < whole.length; length += 5) {
      const part = whole.subarray(0, length)
      expect(stripMetadata(part, 'avif')).toBe(part)
    }
    const astray = Buffer.from(whole)
    astray.writeUInt32BE(0x7fffffff, astray.indexOf('iloc') + 18)
    expect(stripMetadata(astray, 'avif')).toBe(astray)
  })
})

describe('a gif', () => {
  const comment = Buffer.from('\x21\xfe\x07private\0', 'latin1')
  const packet = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><private/></x:xmpmeta>'
  // The bytes from 255 to 0 behind the text: wherever it is entered, it leads to its end.
  const xmp = Buffer.concat([
    Buffer.from(`\x21\xff\x0bXMP DataXMP${packet}\x01`, 'latin1'),
    Buffer.from(Array.from({length: 256}, (_, index) => 255 - index)),
    Buffer.alloc(1)
  ])

  /** A picture that moves, for two rounds. */
  function moving(): Promise<Buffer> {
    const frames = Uint8Array.from({length: 8 * 16 * 3}, (_, index) => (index * 31) % 256)
    return sharp(frames, {raw: {width: 8, height: 16, channels: 3, pageHeight: 8}})
      .gif({loop: 2, delay: [40, 50]})
      .toBuffer()
  }

  test('loses comments and XMP, wherever they stand, and what follows it', async () => {
    const clean = await moving()
    expect(stripMetadata(clean, 'gif')).toBe(clean)
    // Behind the header and its table of colors, and before the end.
    const start = 13 + 3 * 2 ** (((clean[10] ?? 0) & 7) + 1)
    const before = Buffer.concat([
      clean.subarray(0, start),
      comment,
      xmp,
      clean.subarray(start, -1),
      comment,
      clean.subarray(-1)
    ])
    expect(await sharp(before, {animated: true}).metadata()).toMatchObject({pages: 2})
    for (const after of [before, Buffer.concat([before, comment])]) {
      expect(strip(after, 'gif')).toEqual(clean)
    }
  })

  test('moves as it did', async () => {
    const after = strip(await moving(), 'gif')
    expect(await sharp(after, {animated: true}).metadata()).toMatchObject({
      pages: 2,
      loop: 2,
      delay: [40, 50]
    })
  })

  test('stays as it is wherever it ends too early', async () => {
    const whole = Buffer.concat([(await moving()).subarray(0, -1), comment])
    for (let length = 0; length <= whole.length; length++) {
      const part = whole.subarray(0, length)
      expect(stripMetadata(part, 'gif')).toBe(part)
    }
  })
})
