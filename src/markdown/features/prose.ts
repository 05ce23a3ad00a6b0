import type {Delete, Nodes, Parents, PhrasingContent, RootContent, Text} from 'mdast'
import type {Point} from 'unist'
import type {MarkdownFeatures} from '#src/model/markdown-options.ts'
import {notesOf} from '../notes.ts'
import {endOf, startOf} from '../place-of.ts'
import {type Abbreviations, abbreviationPattern, explain, takeAbbreviations} from '../prose/abbreviations.ts'
import {type EmojiByName, loadEmoji, mayHaveEmoji, replaceEmoji} from '../prose/emoji.ts'
import {guard, guardEscapes, withoutGuards} from '../prose/guard-escapes.ts'
import {highlightMark, type PairedMark, pairMarks, superscriptMark} from '../prose/pair-marks.ts'
import {quoteMarksOf} from '../prose/quote-marks.ts'
import {objectMark, punctuate} from '../prose/smart-punctuation.ts'
import type {ChangeContext, Feature} from './feature.ts'
import {joinTexts} from './join-texts.ts'

/** What changes texts, wherever they stand; `undefined` where nothing of it is switched on. */
export function proseFeature(features: MarkdownFeatures): Feature | undefined {
  const {emoji, smartPunctuation, superscript, highlightMarks, abbreviations, subscript} = features
  const marks: ReadonlyArray<PairedMark> = [
    ...(superscript ? [superscriptMark] : []),
    ...(highlightMarks ? [highlightMark] : [])
  ]
  const quoteMarks = smartPunctuation === false ? undefined : quoteMarksOf(smartPunctuation)
  const changesTexts = emoji || quoteMarks !== undefined || marks.length > 0 || abbreviations
  if (!changesTexts && !subscript) return undefined
  let emojiByName: EmojiByName | undefined
  const changesOfBlocks: Feature['changes'] = {
    paragraph: changeBlock,
    heading: changeBlock,
    tableCell: changeBlock,
    leafDirective: changeBlock
  }
  return {
    changes: {
      ...(changesTexts ? changesOfBlocks : {}),
      ...(subscript ? {delete: toSubscript} : {})
    },
    prepare: (tree, file) => {
      const text = String(file.value)
      const taken = abbreviations ? takeAbbreviations(tree, text) : undefined
      if (taken !== undefined) notesOf(file).abbreviations = taken
      if (!emoji || emojiByName !== undefined || !mayHaveEmoji(text)) return undefined
      return loadEmoji().then((loaded) => {
        emojiByName = loaded
      })
    }
  }

  function changeBlock(block: Parents, {notes, text}: ChangeContext): undefined {
    // Guards could not be told from it.
    if (text.includes(guard)) return
    const parts = partsOf(block)
    const texts = parts.map((part) => (typeof part === 'string' ? part : guardEscapes(part, text)))
    const punctuated = quoteMarks === undefined ? texts : punctuate(texts, quoteMarks)
    for (const [index, part] of parts.entries()) {
      if (typeof part === 'string') continue
      const value = punctuated[index] ?? ''
      part.value = emojiByName === undefined ? value : replaceEmoji(value, emojiByName)
    }
    const known = notes.abbreviations ?? new Map()
    finish(block, known, abbreviationPattern(known))
  }

  function finish(parent: Parents, known: Abbreviations, pattern: RegExp | undefined): void {
    let nodes: ReadonlyArray<PhrasingContent> = parent.children as ReadonlyArray<PhrasingContent>
    for (const mark of marks) nodes = pairMarks(nodes, mark)
    const finished = nodes.flatMap((node): ReadonlyArray<PhrasingContent> => {
      if (node.type !== 'text') {
        if (hasText(node)) finish(node, known, pattern)
        return [node]
      }
      const whole = {...node, value: withoutGuards(node.value)}
      return pattern === undefined ? [whole] : explain(whole, pattern, known)
    })
    // What stands inside of a block of text is phrasing.
    parent.children = joinTexts(finished) as typeof parent.children
  }
}

/** `~x~`; two tildes strike out, and what has blanks stays as it is: `5~10 and a~b`. */
function toSubscript(node: Delete, {text}: ChangeContext): ReadonlyArray<RootContent> | undefined {
  const start = startOf(node)
  const end = endOf(node)
  if (start === undefined || end === undefined || text.startsWith('~~', start)) return undefined
  const {children, position} = node
  if (/\s/.test(text.slice(start, end))) {
    return [tildeAt(position?.start, 0), ...children, tildeAt(position?.end, -1)]
  }
  return [
    {
      type: 'element',
      name: 'sub',
      properties: {},
      hasBlocks: false,
      children,
      ...(position === undefined ? {} : {position})
    }
  ]
}

/** A tilde, as many characters from a point as it says. */
function tildeAt(point: Point | undefined, from: 0 | -1): Text {
  if (point === undefined) return {type: 'text', value: '~'}
  const {line, column, offset = 0} = point
  const start = {line, column: column + from, offset: offset + from}
  const end = {line, column: start.column + 1, offset: start.offset + 1}
  return {type: 'text', value: '~', position: {start, end}}
}

/** The texts of a block in order, and what stands for all else in a sentence. */
function partsOf(parent: Parents): ReadonlyArray<Text | string> {
  return parent.children.flatMap((node): ReadonlyArray<Text | string> => {
    if (node.type === 'text') return [node]
    if (node.type === 'break') return ['\n']
    if (node.type === 'html') return []
    return hasText(node) ? partsOf(node) : [objectMark]
  })
}

/** Whether a node has texts that are prose: not an address that links to itself. */
function hasText(node: Nodes): node is Parents {
  if (!('children' in node)) return false
  const [child] = node.type === 'link' ? node.children : []
  return child?.type !== 'text' || node.type !== 'link' || !node.url.endsWith(child.value)
}
