import type {Code, Link, RootContent} from 'mdast'
import type {ComponentCall} from '#src/model/fragment.ts'
import {toCodeMeta} from '../code/hugo-options.ts'
import {captionedFigure} from './captioned-figure.ts'
import type {Shortcode} from './find-shortcodes.ts'
import {isReference} from './known-shortcodes.ts'
import type {Captions} from './read-captions.ts'

/** A shortcode with its end and what stands in between. */
export interface ShortcodeCall {
  readonly tag: Shortcode
  /** `undefined` where it has none. */
  readonly end: Shortcode | undefined
  readonly spot: ComponentCall['spot']
  readonly children: Array<RootContent>
}

/** The node that a shortcode stands for. */
export function callShortcode({tag, end, spot, children}: ShortcodeCall, captions: Captions): RootContent {
  const position = {start: tag.start, end: (end ?? tag).end}
  if (tag.kind === 'code' && spot === 'inline') {
    return {type: 'inlineCode', value: (tag.code ?? '').replaceAll('\n', ' ').trim(), position}
  }
  if (tag.kind === 'code') return {...codeOf(tag), position}
  if (isReference(tag.name)) {
    const url = referenceOf(tag)
    const link: Link = {type: 'link', url, children: [{type: 'text', value: url, position}], position}
    return link
  }
  const written = {begin: tag.written, ...(end === undefined ? {} : {end: end.written})}
  const captioned = children.length === 0 ? captionedFigure(tag, captions) : undefined
  if (captioned !== undefined)
    return {type: 'shortcode', ...captioned, written, spot, hasBlocks: false, position}
  const hasBlocks = spot === 'block' && children.length > 0
  return {type: 'shortcode', tag, written, spot, hasBlocks, children, position}
}

/** The address that a `ref` or `relref` stands for. */
export function referenceOf({attributes}: Shortcode): string {
  return attributes.find(({name}) => name === '0' || name === 'path')?.value ?? ''
}

function codeOf({attributes, code = ''}: Shortcode): Code {
  const argumentOf = (...names: ReadonlyArray<string>): string | undefined =>
    attributes.find(({name}) => names.includes(name))?.value
  const lang = argumentOf('0', 'lang')
  const meta = toCodeMeta(argumentOf('1', 'options') ?? '')
  return {
    type: 'code',
    value: code,
    ...(lang === undefined ? {} : {lang}),
    ...(meta === '' ? {} : {meta})
  }
}
