import type {FootnoteDefinition} from 'mdast'
import type {FootnoteLabels} from '../footnote-labels.ts'
import {encodeUrl} from './encode-url.ts'
import {escapeAttribute} from './escape-html.ts'

/** The footnotes of a body being written. */
export interface Footnotes {
  /** By identifier in upper case; the first of each. */
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>
  /** Those that have been referred to, in order, by identifier in upper case. */
  readonly used: Map<string, UsedFootnote>
  /** Whether the processor has an HTML parser read them, after which attributes without a value have an empty one. */
  readonly isReparsed: boolean
}

/** A footnote that the text refers to. */
export interface UsedFootnote {
  /** 1-based. */
  readonly number: number
  /** What its ids have of its identifier. */
  readonly name: string
  /** How many marks it has. */
  markCount: number
}

/** Id of the heading of the footnotes. */
export const labelId = 'footnote-label'

/** Note a mark in the text; returns its HTML. */
export function addMark(footnotes: Footnotes, identifier: string): string {
  const {used} = footnotes
  const key = identifier.toUpperCase()
  const footnote = used.get(key) ?? {
    number: used.size + 1,
    name: encodeUrl(key.toLowerCase()),
    markCount: 0
  }
  footnote.markCount++
  used.set(key, footnote)
  const href = escapeAttribute(`#${idOf(footnote)}`)
  const id = escapeAttribute(markId(footnote, footnote.markCount))
  const flag = flagOf(footnotes, 'data-footnote-ref')
  return `<sup><a href="${href}" id="${id}" ${flag} aria-describedby="${labelId}">${footnote.number}</a></sup>`
}

/** An attribute without a value. */
export function flagOf({isReparsed}: Footnotes, name: string): string {
  return isReparsed ? `${name}=""` : name
}

/** The links from a footnote back to its marks, all of which have to be known. */
export function writeBackLinks(footnote: UsedFootnote, {back}: FootnoteLabels): string {
  const links = Array.from({length: footnote.markCount}, (_, index) => {
    const count = index + 1
    const href = escapeAttribute(`#${markId(footnote, count)}`)
    const label = escapeAttribute(back(count > 1 ? `${footnote.number}-${count}` : `${footnote.number}`))
    const again = count > 1 ? `<sup>${count}</sup>` : ''
    return `<a href="${href}" data-footnote-backref="" aria-label="${label}" class="data-footnote-backref">↩${again}</a>`
  })
  return links.join(' ')
}

/** The ids of all elements that footnotes have. */
export function listFootnoteIds({used}: Footnotes): ReadonlyArray<string> {
  if (used.size === 0) return []
  const ids = [...used.values()].flatMap((footnote) => [
    idOf(footnote),
    ...Array.from({length: footnote.markCount}, (_, index) => markId(footnote, index + 1))
  ])
  return [labelId, ...ids]
}

/** The id of a footnote itself. */
export function idOf({name}: UsedFootnote): string {
  return `user-content-fn-${name}`
}

function markId({name}: UsedFootnote, count: number): string {
  return `user-content-fnref-${name}${count > 1 ? `-${count}` : ''}`
}
