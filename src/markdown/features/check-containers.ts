import type {Paragraph, Root} from 'mdast'
import type {VFile} from 'vfile'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {calloutKinds} from '#src/model/callout-kinds.ts'
import {listMdast} from '../list-nodes.ts'
import {malformedContainer, malformedLeaf, unclosedContainer, unopenedContainer} from '../messages.ts'
import {notesOf} from '../notes.ts'
import {endOf, startOf} from '../place-of.ts'
import {findHeaderFault} from './container-fault.ts'
import {type ContainerDirective, closingLineOf, readHeader, trimLabel} from './directive-header.ts'

/**
 * Report containers that nothing closes, fences that close nothing, and texts that look like a directive but are none.
 *
 * Diagnostics: `markdown/unclosed-container`, `markdown/unopened-container`, `markdown/malformed-container`,
 * `markdown/malformed-directive`.
 */
export function checkContainers(tree: Root, file: VFile): void {
  const text = String(file.value)
  if (!text.includes('::')) return
  const {diagnostics, file: path} = notesOf(file)
  const isClosed = closingReader(text)
  // Of one mistake there is one diagnostic: a colon too few leaves a container open and a fence over.
  let openCount = 0
  for (const node of listMdast(tree)) {
    if (node.type === 'containerDirective') {
      trimLabel(node)
      if (startOf(node) === undefined || isClosed(node)) continue
      openCount++
      const spot = {file: path, place: readHeader(node, text).place}
      diagnostics.push(unclosedContainer(spot, node.name, ownNames.has(node.name) ? 'error' : 'warning'))
    }
    if (node.type !== 'paragraph') continue
    for (const {written, place} of listFences(node, text)) {
      const fault = findHeaderFault(written)
      if (fault !== undefined) {
        const column = place.column + fault.index
        const endColumn = column + Math.max(1, fault.found.length)
        const spot = {file: path, place: {...place, column, endColumn}}
        const isContainer = written.startsWith(':::')
        if (isContainer) openCount++
        diagnostics.push(
          (isContainer ? malformedContainer : malformedLeaf)(spot, fault.expected, fault.found)
        )
      } else if (openCount > 0) openCount--
      else diagnostics.push(unopenedContainer({file: path, place}, written))
    }
  }
}

/**
 * Containers of Markdown itself, each an error where it swallows the rest of an article. Other names call components: other generators let
 * them be open, and articles rely on that.
 */
const ownNames: ReadonlySet<string> = new Set([...calloutKinds, 'code-group'])

/** Tells of one container after the other whether a line of its own closes it. */
function closingReader(text: string): (container: ContainerDirective) => boolean {
  const closingLines = new Set<number>()
  return (container) => {
    // A line that closes the container around this one ends this one too, and closes it not.
    const closing = closingLineOf(container, text)
    const isClosed = closing !== undefined && !closingLines.has(closing)
    if (closing !== undefined) closingLines.add(closing)
    return isClosed
  }
}

/** A line of a text that begins with three colons, or with two like a directive by itself. */
interface WrittenFence {
  /** From the colons to the last character that is no blank. */
  readonly written: string
  /** Of what is written. */
  readonly place: Place
}

/** With two colons and a name alone, a line may be anything. */
const writtenFence = /^([ \t>]*)(:{3}.*?|::[^\s\p{P}\p{S}](?:[^\s\p{P}\p{S}]|[-_])*[[{].*?)[ \t]*$/u

/** The lines of a paragraph that begin with colons, other than in code or HTML that begins in a line before. */
function listFences(paragraph: Paragraph, text: string): ReadonlyArray<WrittenFence> {
  const {position} = paragraph
  const {offset: start} = position?.start ?? {}
  if (position === undefined || start === undefined) return []
  const source = text.slice(start, endOf(paragraph))
  if (!source.includes('::')) return []
  const fences: Array<WrittenFence> = []
  let lineStart = start
  for (const [index, line] of source.split('\n').entries()) {
    const [, before = '', written] = writtenFence.exec(line) ?? []
    const offset = lineStart + before.length
    lineStart += line.length + 1
    if (written === undefined || !isText(paragraph, offset)) continue
    const number = position.start.line + index
    const column = (index === 0 ? position.start.column : 1) + before.length
    fences.push({written, place: {line: number, column, endLine: number, endColumn: column + written.length}})
  }
  return fences
}

function isText({children}: Paragraph, offset: number): boolean {
  return children.some(
    (child) => child.type === 'text' && (startOf(child) ?? 0) <= offset && offset < (endOf(child) ?? 0)
  )
}
