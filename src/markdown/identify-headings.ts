import GithubSlugger, {slug} from 'github-slugger'
import type {Element, Root, Text} from 'hast'
import type {VFile} from 'vfile'
import {listElements} from './list-nodes.ts'
import {duplicateId} from './messages.ts'
import {notesOf} from './notes.ts'
import {placeOf} from './place-of.ts'
import {lineText} from './plain-text.ts'

const headingName = /^h[1-6]$/
const customIdMark = /\{\s*#([^\s{}]+)\s*\}\s*$/

/** The slug of a heading without letters or digits, such as one emoji. */
const fallbackSlug = 'section'

/**
 * Give every heading an id: the author's own, that of a `{#mark}` at its end (which is removed), else GitHub's slug of
 * its text, numbered where it is taken. Reports `markdown/duplicate-id` at a mark whose id is taken.
 */
export function identifyHeadings(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const {diagnostics, file: path} = notesOf(file)
    const slugger = new GithubSlugger()
    const headings: Array<Element> = []
    for (const element of listElements(tree)) {
      const {id} = element.properties
      if (typeof id === 'string') reserve(slugger, id)
      else if (headingName.test(element.tagName)) headings.push(element)
    }
    // Ids by hand first, wherever they stand: a slug gives way to them.
    const generated = headings.filter((heading) => {
      const customId = takeCustomId(heading)
      if (customId === undefined) return true
      const isTaken = customId in slugger.occurrences
      if (isTaken) diagnostics.push(duplicateId({file: path, place: placeOf(heading)}, customId))
      heading.properties['id'] = isTaken ? slugger.slug(customId) : customId
      reserve(slugger, customId)
      return false
    })
    for (const heading of generated) {
      const text = lineText(heading)
      heading.properties['id'] = slugger.slug(slug(text) === '' ? fallbackSlug : text)
    }
  }
}

function reserve(slugger: GithubSlugger, id: string): void {
  slugger.occurrences[id] ??= 0
}

function takeCustomId(heading: Element): string | undefined {
  const text = lastText(heading)
  const match = text === undefined ? null : customIdMark.exec(text.value)
  if (text === undefined || match === null) return undefined
  text.value = text.value.slice(0, match.index).trimEnd()
  if (text.value === '') heading.children = heading.children.filter((child) => child !== text)
  return match[1]
}

function lastText(heading: Element): Text | undefined {
  const last = heading.children.at(-1)
  return last?.type === 'text' ? last : undefined
}
