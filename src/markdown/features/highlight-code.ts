import type {Code, RootContent} from 'mdast'
import {closest} from '#src/diagnostics/closest.ts'
import type {MarkdownFeatures} from '#src/model/markdown-options.ts'
import {buildCode} from '../code/build-code.ts'
import {readFence} from '../code/fence.ts'
import type {Highlighter} from '../code/highlighter.ts'
import {unknownLanguage} from '../code/messages.ts'
import {readBlock} from '../code/read-block.ts'
import type {Token} from '../code/token.ts'
import {writeCode} from '../code/write-code.ts'
import {listMdast} from '../list-nodes.ts'
import {notesOf} from '../notes.ts'
import type {ChangeContext, Feature} from './feature.ts'

type CodeFeatures = Pick<MarkdownFeatures, 'highlight' | 'lineNumbers' | 'wrapLines'>

/** Blocks of code are left as they are, for plugins; pages that have some are known as such. */
export const plainCode: Feature = {
  changes: {
    code: (_, {notes}) => {
      notes.features.add('code')
      return undefined
    }
  }
}

/**
 * Blocks of code get colors, by classes, and what their fences and comments say: titles, numbers, marks of lines.
 *
 * @param isMade
 *   Whether there may be code that no author wrote.
 */
export function highlightCode(
  {highlight, lineNumbers, wrapLines}: CodeFeatures,
  {isMade}: {readonly isMade: boolean}
): Feature {
  let highlighter: Highlighter | undefined
  return {
    changes: {code: change},
    prepare: (tree, file) => {
      // Most articles have no code, and so need no highlighter.
      if (!isMade && notesOf(file).codeLanguages.size === 0) return undefined
      const names = new Set<string>()
      for (const node of listMdast(tree)) {
        const name = node.type === 'code' ? readFence(node, '').language.toLowerCase() : ''
        if (!plainNames.has(name)) names.add(name)
      }
      if (names.size === 0) return undefined
      if (highlighter !== undefined) return highlighter.load([...names])
      return openHighlighter(highlight).then((opened) => {
        highlighter ??= opened
        return highlighter.load([...names])
      })
    }
  }

  function change(code: Code, {notes, text}: ChangeContext): ReadonlyArray<RootContent> {
    notes.features.add('code')
    const block = readBlock(code, text, notes.file, {lineNumbers, wrapLines})
    notes.diagnostics.push(...block.diagnostics)
    const {language, placeOf} = block.fence
    const name = language.toLowerCase()
    const isPlain = plainNames.has(name)
    const knowing = !isPlain && highlighter?.has(name) ? highlighter : undefined
    if (!isPlain && knowing === undefined) {
      const spot = {file: notes.file, place: placeOf(language)}
      notes.diagnostics.push(unknownLanguage(spot, language, closest(name, highlighter?.names ?? [])))
    }
    const tokens: ReadonlyArray<Token> = knowing?.tokensOf(name, block.text) ?? [
      {kind: undefined, text: block.text}
    ]
    const {position} = code
    const label = block.title ?? (language === '' ? undefined : language)
    return [
      {
        type: 'htmlTree',
        toHast: () => [{...buildCode(block, tokens), ...(position && {position})}],
        write: () => writeCode(block, tokens),
        ...(label === undefined ? {} : {label}),
        ...(position === undefined ? {} : {position})
      }
    ]
  }
}

/** Code of no language, and code that is for another feature, which may be off. In lower case. */
const plainNames: ReadonlySet<string> = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'mermaid', 'math'])

async function openHighlighter(highlight: CodeFeatures['highlight']): Promise<Highlighter> {
  if (highlight === 'shiki') {
    const {openShiki} = await import('../code/shiki-highlighter.ts')
    const shiki = await openShiki()
    if (shiki !== undefined) return shiki
  }
  // Also where the package is missing, which is an error of the configuration: articles are checked nevertheless.
  const {classHighlighter} = await import('../code/class-highlighter.ts')
  return classHighlighter()
}
