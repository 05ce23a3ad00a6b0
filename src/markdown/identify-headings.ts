import type {Element, Root} from 'hast'
import type {VFile} from 'vfile'
import {chooseHeadingIds} from './choose-heading-ids.ts'
import {listElements} from './list-nodes.ts'
import {duplicateId} from './messages.ts'
import {notesOf} from './notes.ts'
import {placeOf} from './place-of.ts'
import {lineText} from './plain-text.ts'
import {splitCustomId} from './split-custom-id.ts'

const headingName = /^h[1-6]$/

/**
 * Give every heading an id: the author's own, that of a `{#mark}` at its end (which is removed), else GitHub's slug of
 * its text, numbered where it is taken. Reports `markdown/duplicate-id` at a mark whose id is taken.
 */
export function identifyHeadings(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const {diagnostics, file: path} = notesOf(file)
    const reserved: Array<string> = []
    const headings: Array<Element> = []
    for (const element of listElements(tree)) {
      const {id} = element.properties
      if (typeof id === 'string') reserved.push(id)
      else if (headingName.test(element.tagName)) headings.push(element)
    }
    // All marks go before the first text is read, for in raw HTML a heading may have another inside.
    const customIds = headings.map(takeCustomId)
    const names = headings.map((heading, index) => {
      const customId = customIds[index]
      return {customId, text: customId === undefined ? lineText(heading) : ''}
    })
    const ids = chooseHeadingIds(names, reserved)
    for (const [index, heading] of headings.entries()) {
      const {id = '', isDuplicate = false} = ids[index] ?? {}
      const customId = customIds[index]
      heading.properties['id'] = id
      if (!isDuplicate || customId === undefined) continue
      diagnostics.push(duplicateId({file: path, place: placeOf(heading)}, customId))
    }
  }
}

function takeCustomId(heading: Element): string | undefined {
  const last = heading.children.at(-1)
  const custom = last?.type === 'text' ? splitCustomId(last.value) : undefined
  if (last?.type !== 'text' || custom === undefined) return undefined
  last.value = custom.text
  if (last.value === '') heading.children = heading.children.filter((child) => child !== last)
  return custom.id
}
