import type {Code} from 'mdast'
import type {VFile} from 'vfile'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {type Fence, readFence} from '../code/fence.ts'
import {markLines} from '../code/mark-lines.ts'
import {brokenCode} from '../code/messages.ts'
import {findMistake} from '../code/syntax/find-mistake.ts'
import type {Mistake} from '../code/syntax/mistake.ts'
import {syntaxOf} from '../code/syntax/syntaxes.ts'
import {listMdast} from '../list-nodes.ts'
import {notesOf} from '../notes.ts'
import type {Feature} from './feature.ts'

/**
 * Reports blocks of code that do not parse, at the mistake: `markdown/broken-code`. Those that say `fragment`, and those that show what was
 * before and after a change, are left alone.
 */
export const checkCode: Feature = {
  changes: {},
  prepare: (tree, file) => {
    const blocks = listMdast(tree).filter((node) => node.type === 'code')
    return blocks.length === 0 ? undefined : checkBlocks(blocks, file)
  }
}

async function checkBlocks(blocks: ReadonlyArray<Code>, file: VFile): Promise<void> {
  const {diagnostics, file: path} = notesOf(file)
  for (const block of blocks) {
    const fence = readFence(block, String(file.value))
    const syntax = syntaxOf(fence.language)
    const text = fence.isDiff || fence.meta.words.includes('fragment') ? undefined : textOf(block)
    const mistake = syntax && text && (await findMistake(syntax, text))
    if (!mistake) continue
    const spot = {file: path, place: placeOf(mistake, block, fence)}
    diagnostics.push(brokenCode(spot, syntax.name, mistake.message))
  }
}

/** The code without what marks its lines, each of which keeps its number; `undefined` where some of them are taken out. */
function textOf({value}: Code): string | undefined {
  if (!value.includes('!code ')) return value
  if (/!code[ \t]+--/.test(value)) return undefined
  const lines = value.split('\n').map((line) => markLines(line, false).text)
  return lines.join('\n')
}

/** Of the sign at which the code is wrong; of the block where its lines are not found in the text as they are. */
function placeOf({line, column}: Mistake, {value}: Code, fence: Fence): Place | undefined {
  const ofLine = fence.placeInLine(line, value.split('\n')[line] ?? '')
  if (ofLine === undefined || ofLine.line !== ofLine.endLine) return ofLine
  const start = ofLine.column + column
  return {...ofLine, column: start, endColumn: start + 1}
}
