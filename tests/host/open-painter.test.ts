import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {imageSize} from 'image-size'
import {describe, expect, test} from 'vitest'
import {openPainter} from '#src/host/open-painter.ts'
import type {Drawing} from '#src/model/drawing.ts'

const fonts = join(import.meta.dirname, '../../lib/theme/fonts')

function drawingOf(text: string): Drawing {
  const style = {width: '100%', height: '100%', fontSize: 60, fontWeight: 700}
  return {type: 'div', props: {style, children: [text]}}
}

describe('a picture', () => {
  test('has the size of link previews, and the same bytes each time', async () => {
    const {bytes, missing} = await openPainter(fonts)(drawingOf('Łódź, Ελληνικά, Привет, Tiếng Việt'), [])
    expect(imageSize(bytes)).toMatchObject({width: 1200, height: 630, type: 'png'})
    expect(missing).toBe('')
    const again = await openPainter(fonts)(drawingOf('Łódź, Ελληνικά, Привет, Tiếng Việt'), [])
    expect(Buffer.from(again.bytes).equals(bytes)).toBe(true)
  })

  test('shows texts', async () => {
    const paint = openPainter(fonts)
    const pictures = await Promise.all(['One', 'Two', ''].map((text) => paint(drawingOf(text), [])))
    expect(new Set(pictures.map(({bytes}) => Buffer.from(bytes).toString('base64'))).size).toBe(3)
  })

  test('tells characters that no font has, but for emoji', async () => {
    expect((await openPainter(fonts)(drawingOf('本 and 日, 😀'), [])).missing).toBe('日本')
  })

  test('takes fonts of the site before its own', async () => {
    const paint = openPainter(fonts)
    const given = readFileSync(join(fonts, 'inter-latin-500-normal.woff'))
    const own = await paint(drawingOf('Bold'), [])
    const other = await paint(drawingOf('Bold'), [given])
    expect(Buffer.from(other.bytes).equals(own.bytes)).toBe(false)
  })
})
