import {Fragment, h, type JSX} from 'preact'
import {describe, expect, test} from 'vitest'
import {toDrawing} from '#src/render/to-drawing.ts'

function Title({text}: {readonly text: string}): JSX.Element {
  return h('b', {style: {color: 'red'}}, text, ' and ', 1, false)
}

describe('a drawing', () => {
  test('has elements for components, and what follows each other as one text', () => {
    expect(
      toDrawing(h('div', {class: 'a'}, h(Title, {text: 'x'}), null, h(Fragment, null, 'y', ['z'])))
    ).toEqual({
      type: 'div',
      props: {
        class: 'a',
        children: [{type: 'b', props: {style: {color: 'red'}, children: ['x and 1']}}, 'yz']
      }
    })
  })

  test('is one element', () => {
    const message = 'Expected one element, such as `<div>`, around the whole picture'
    expect(() => toDrawing(h(Fragment, null, h('p', null), h('p', null)))).toThrow(message)
    expect(() => toDrawing('text' as never)).toThrow(message)
    expect(() => toDrawing(undefined as never)).toThrow(message)
  })

  test.each([
    h('img', {src: 'https://example.org/a.png'}),
    h('img', {src: '/a.png'}),
    h('div', {style: {backgroundImage: 'url( "/a.png")'}})
  ])('loads no file: %#', (element) => {
    expect(() => toDrawing(h('div', null, element))).toThrow('A picture loads no files')
  })

  test('may hold a picture in itself', () => {
    const image = h('img', {src: 'data:image/svg+xml,<svg/>', style: {backgroundImage: 'url(data:x)'}})
    expect(toDrawing(image).type).toBe('img')
  })
})
