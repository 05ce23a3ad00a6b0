import type {Text} from 'mdast'
import {parseEntities} from 'parse-entities'
import {endOf, startOf} from '../place-of.ts'

/** Stands before a character that was written so that it means nothing: a noncharacter, which no text has. */
export const guard = '\uFDD0'

const reference = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][\dA-Za-z]*);/y
const punctuation = /[!-/:-@[-`{-~]/

/** The text of a node with a guard before each character that an escape or a character reference stands for. */
export function guardEscapes({value, ...node}: Text, text: string): string {
  const start = startOf(node)
  const end = endOf(node)
  if (start === undefined || end === undefined) return value
  if (end - start === value.length && text.startsWith(value, start)) return value
  let guarded = ''
  let at = start
  for (let index = 0; index < value.length; ) {
    const character = value[index] ?? ''
    if (character === '\n') {
      at = lineAfter(text, at)
      guarded += character
      index++
      continue
    }
    const [written, meant] = escapeAt(text, at, value, index)
    if (written === '') return guardAll(value)
    guarded += written === meant ? meant : `${guard}${meant}`
    at += written.length
    index += meant.length
  }
  return guarded
}

/** A text without guards. */
export function withoutGuards(guarded: string): string {
  return guarded.replaceAll(guard, '')
}

/** What is written at an offset, and what it means; both empty where the text does not say what the node does. */
function escapeAt(text: string, at: number, value: string, index: number): readonly [string, string] {
  const character = value[index] ?? ''
  if (text[at] === '\\' && text[at + 1] === character && punctuation.test(character)) {
    return [`\\${character}`, character]
  }
  reference.lastIndex = at
  const written = text[at] === '&' ? reference.exec(text)?.[0] : undefined
  const meant = written === undefined ? undefined : parseEntities(written)
  if (written !== undefined && meant !== undefined && meant !== written && value.startsWith(meant, index)) {
    return [written, meant]
  }
  return text[at] === character ? [character, character] : ['', '']
}

/** The offset of the text in the next line, behind what quotes and lists have before it. */
function lineAfter(text: string, at: number): number {
  const lineEnd = text.indexOf('\n', at)
  const prefix = /[ \t>]*/y
  prefix.lastIndex = lineEnd + 1
  prefix.exec(text)
  return prefix.lastIndex
}

function guardAll(value: string): string {
  return value.replace(/[!-/:-@[-`{-~]/g, `${guard}$&`)
}
