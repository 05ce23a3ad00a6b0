import {expect, test} from 'vitest'
import {measureImage} from '#src/assets/measure-image.ts'

const gif = Uint8Array.from(
  Buffer.from('R0lGODlhAwACAIAAAAAAAP///yH5BAAAAAAALAAAAAADAAIAAAIChF8AOw==', 'base64')
)

test.each([
  ['a.gif', gif, {width: 3, height: 2, format: 'gif', isAnimated: true}],
  [
    'a.svg',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'),
    {width: 20, height: 10}
  ],
  [
    'a.SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 15"/>'),
    {width: 30, height: 15}
  ],
  ['a.png', Buffer.from('no image'), undefined],
  ['a.jpg', new Uint8Array(), undefined]
])('the size of %s', (_, bytes, size) => {
  expect(measureImage(bytes)).toEqual(size)
})

test('an image that the camera turned is as high as it is wide', () => {
  expect(measureImage(turnedJpeg())).toEqual({width: 2, height: 3, format: 'jpeg'})
})

test('a PNG moves when its head says so, and not when its pixels happen to', () => {
  expect(measureImage(pngOf(['IHDR', 'acTL', 'IDAT', 'IEND']))).toEqual({
    ...{width: 3, height: 2, format: 'png'},
    isAnimated: true
  })
  expect(measureImage(pngOf(['IHDR', 'IDAT', 'acTL', 'IEND']))).toEqual({width: 3, height: 2, format: 'png'})
  expect(measureImage(pngOf(['IHDR', 'gAMA']))).toEqual({width: 3, height: 2, format: 'png'})
})

/** A PNG of 3 by 2 pixels, without any. */
function pngOf(chunks: ReadonlyArray<string>): Uint8Array {
  const size = [0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0]
  const written = chunks.flatMap((name) => [0, 0, 0, size.length, ...Buffer.from(name), ...size, 0, 0, 0, 0])
  return Uint8Array.from([0x89, ...Buffer.from('PNG\r\n\x1a\n'), ...written])
}

/** The start of a JPEG of 3 by 2 pixels, with the Exif tag that says that its left side is its top. */
function turnedJpeg(): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
  const exif = [...Buffer.from('Exif\0\0'), ...tiff]
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0, 0xff, 0xd9, 0, 0, 0, 0]
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...frame])
}
