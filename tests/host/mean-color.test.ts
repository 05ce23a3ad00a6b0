import sharp from 'sharp'
import {expect, test} from 'vitest'
import {meanColor} from '#src/host/mean-color.ts'

const sides = {width: 40, height: 20, channels: 4} as const

function plain(background: string): Promise<Buffer> {
  return sharp({create: {...sides, background}})
    .png()
    .toBuffer()
}

test.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)('an image as %s has a color', async (format) => {
  const image = await sharp(await plain('#808080'))
    .toFormat(format, {quality: 100})
    .toBuffer()
  expect(await meanColor(image)).toMatch(/^#(?:7f|80|81){3}$/)
})

test('which is the mean of all pixels', async () => {
  const half = {
    input: await sharp(await plain('#ffffff'))
      .resize(20, 20)
      .toBuffer(),
    left: 0,
    top: 0
  }
  const image = await sharp(await plain('#0000ff'))
    .composite([half])
    .png()
    .toBuffer()
  expect(await meanColor(image)).toMatch(/^#(?:7f|80){2}ff$/)
})

test('one that lets through what is behind it has none, nor has a damaged one', async () => {
  const whole = await plain('#ff0000')
  expect(await meanColor(await plain('#ff000080'))).toBeUndefined()
  expect(await meanColor(whole.subarray(0, 60))).toBeUndefined()
})
