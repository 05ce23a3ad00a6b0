import sharp, {type Sharp} from 'sharp'
import {describe, expect, test} from 'vitest'
import {resizeImage} from '#src/host/resize-image.ts'
import type {ImageVariant} from '#src/model/image.ts'

const variant: ImageVariant = {
  ...{width: 40, height: 20, format: 'webp', quality: 78},
  ...{isAnimated: false, isCropped: false}
}

/** An image whose left half is red, and whose right half is blue. */
function halves(width: number, height: number): Sharp {
  const half = {width: width / 2, height, channels: 3, background: '#00f'} as const
  return sharp({create: {...half, width, background: '#f00'}}).composite([
    {input: {create: half}, left: width / 2, top: 0}
  ])
}

describe('an image', () => {
  test.each(['avif', 'webp', 'jpeg', 'png', 'gif'] as const)('is made smaller as %s', async (format) => {
    const made = sharp(await resizeImage(await halves(80, 40).png().toBuffer(), {...variant, format}))
    const {width, height, format: found, compression} = await made.metadata()
    expect([width, height]).toEqual([40, 20])
    expect(found === 'heif' ? compression : found).toBe(format === 'avif' ? 'av1' : format)
  })

  test('gives the same bytes each time', async () => {
    const image = await halves(80, 40).jpeg().toBuffer()
    const [first, second] = await Promise.all([resizeImage(image, variant), resizeImage(image, variant)])
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  test('stands as the camera was held, and tells nothing of place and time', async () => {
    const image = await halves(80, 40)
      .withExif({IFD0: {Copyright: 'somebody'}, IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1'}})
      .withMetadata({orientation: 6})
      .jpeg()
      .toBuffer()
    const made = await resizeImage(image, {...variant, width: 20, height: 40, format: 'png'})
    const {exif, orientation, width, height} = await sharp(made).metadata()
    expect({exif, orientation, width, height}).toEqual({
      ...{exif: undefined, orientation: undefined},
      ...{width: 20, height: 40}
    })
    const {data} = await sharp(made).removeAlpha().raw().toBuffer({resolveWithObject: true})
    // Turned by a quarter to the right, left is on top.
    const [red = 0] = data
    const [blue = 0] = data.subarray(-1)
    expect([red > 200, blue > 200]).toEqual([true, true])
  })

  test('keeps all of its frames', async () => {
    const frames = await Promise.all(
      [halves(80, 40), halves(80, 40).negate()].map((one) => one.png().toBuffer())
    )
    const image = await sharp(frames, {join: {animated: true}})
      .gif()
      .toBuffer()
    const made = await resizeImage(image, {...variant, isAnimated: true})
    const {pages, pageHeight, width} = await sharp(made, {animated: true}).metadata()
    expect({pages, pageHeight, width}).toEqual({pages: 2, pageHeight: 20, width: 40})
  })

  test('of four printing colors becomes one for screens', async () => {
    const image = await halves(80, 40).toColourspace('cmyk').jpeg().toBuffer()
    const {space} = await sharp(await resizeImage(image, variant)).metadata()
    expect(space).toBe('srgb')
  })

  test('that ends too early is refused', async () => {
    const whole = await halves(800, 400).jpeg().toBuffer()
    await expect(resizeImage(whole.subarray(0, whole.length / 2), variant)).rejects.toThrow('premature end')
  })

  test('of more pixels than memory has room for is refused', async () => {
    const create = {width: 16_400, height: 16_400, channels: 3, background: '#fff'} as const
    const bomb = await sharp({create, limitInputPixels: false}).png({compressionLevel: 9}).toBuffer()
    await expect(resizeImage(bomb, variant)).rejects.toThrow('exceeds pixel limit')
  })
})
