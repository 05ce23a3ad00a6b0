import {describe, expect, test} from 'vitest'
import {imageVariants, type VariantRequest} from '#src/assets/image-variants.ts'
import type {MeasuredImage} from '#src/model/image.ts'
import type {ImagesConfig} from '#src/model/site-config.ts'

const rules: ImagesConfig = {
  widths: [480, 800, 1600],
  formats: ['avif', 'webp'],
  quality: {avif: 55, webp: 78, jpeg: 80},
  sizes: '100vw'
}

const photo: MeasuredImage = {width: 1000, height: 500, format: 'jpeg'}

/** As `avif 480x240`. */
function written(request: Partial<VariantRequest>): ReadonlyArray<string> {
  return imageVariants({image: photo, rules, ...request}).map(
    ({format, width, height}) => `${format} ${width}x${height}`
  )
}

describe('the variants of an image', () => {
  test('are of all widths up to its own, in all formats, with one of its own format', () => {
    expect(written({})).toEqual([
      ...['avif 480x240', 'avif 800x400', 'avif 1000x500'],
      ...['webp 480x240', 'webp 800x400', 'webp 1000x500'],
      'jpeg 1000x500'
    ])
  })

  test('never have more pixels than it has', () => {
    expect(written({image: {width: 300, height: 200, format: 'png'}})).toEqual([
      ...['avif 300x200', 'webp 300x200', 'png 300x200']
    ])
    expect(written({image: {width: 9000, height: 3000, format: 'png'}})).toEqual([
      ...['avif 480x160', 'avif 800x267', 'avif 1600x533'],
      ...['webp 480x160', 'webp 800x267', 'webp 1600x533'],
      'png 1600x533'
    ])
  })

  test('are not of two formats where its own is as good as any', () => {
    expect(written({image: {width: 480, height: 240, format: 'webp'}})).toEqual([
      ...['avif 480x240', 'webp 480x240', 'webp 480x240']
    ])
  })

  test('move where it moves', () => {
    const image: MeasuredImage = {width: 480, height: 240, format: 'gif', isAnimated: true}
    expect(written({image})).toEqual(['webp 480x240', 'gif 480x240'])
    expect(imageVariants({image, rules}).every(({isAnimated}) => isAnimated)).toBe(true)
    expect(written({image: {...image, format: 'png'}})).toEqual([])
  })

  test('show a part in other proportions, also for dense screens, as far as it goes', () => {
    expect(written({crop: {width: 400, height: 200}, rules: {...rules, formats: ['webp']}})).toEqual([
      ...['webp 400x200', 'webp 800x400', 'jpeg 400x200']
    ])
    expect(written({crop: {width: 400, height: 400}, rules: {...rules, formats: []}})).toEqual([
      'jpeg 400x400'
    ])
    expect(written({crop: {width: 2000, height: 2000}, rules: {...rules, formats: []}})).toEqual([
      'jpeg 500x500'
    ])
  })

  test('are one where nobody chooses', () => {
    expect(written({crop: {width: 400, height: 200}, isPlain: true})).toEqual(['jpeg 400x200'])
    expect(written({isPlain: true})).toEqual(['jpeg 1000x500'])
  })

  test('are none of what has no pixels', () => {
    expect(written({image: {width: 20, height: 10}})).toEqual([])
  })
})
