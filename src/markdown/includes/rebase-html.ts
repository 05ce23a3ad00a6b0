import type {Root} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import type {VFile} from 'vfile'
import type {SourcePath} from '#src/model/source.ts'
import {listElements, listMdast} from '../list-nodes.ts'
import {notesOf} from '../notes.ts'
import {referenceAttributes} from '../open-slots.ts'
import {startOf} from '../place-of.ts'
import {mapUrls} from '../url-attributes.ts'
import type {JoinedLine} from './joined-text.ts'
import {rebaseUrl} from './rebase-url.ts'

/** Raw HTML of an included file. */
export interface IncludedHtml {
  /** Offset of its first character, in the joined text. */
  readonly start: number
  /** Offset behind its last character. */
  readonly end: number
  readonly path: SourcePath
}

/** The raw HTML of included files, in order of the joined text. */
export function listIncludedHtml(
  tree: MdastRoot,
  lines: ReadonlyArray<JoinedLine>
): ReadonlyArray<IncludedHtml> {
  const found: Array<IncludedHtml> = []
  for (const node of listMdast(tree)) {
    const {start, end} = node.position ?? {}
    const path = lines[(start?.line ?? 0) - 1]?.path
    if (node.type !== 'html' || start?.offset === undefined || path === undefined) continue
    found.push({start: start.offset, end: end?.offset ?? start.offset, path})
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Let the addresses in raw HTML of included files lead where they lead from those files. Those of Markdown do already. */
export function rebaseHtml(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const {includedHtml = [], file: article} = notesOf(file)
    if (includedHtml.length === 0) return
    for (const element of listElements(tree)) {
      const path = pathAt(includedHtml, startOf(element))
      if (path === undefined) continue
      for (const attribute of referenceAttributes(element)) {
        element.properties[attribute.property] = mapUrls(attribute, (url) =>
          rebaseUrl(url.trim(), path, article)
        )
      }
    }
  }
}

function pathAt(htmls: ReadonlyArray<IncludedHtml>, offset: number | undefined): SourcePath | undefined {
  if (offset === undefined) return undefined
  let [low, high] = [0, htmls.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((htmls[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const html = htmls[low]
  return html !== undefined && html.start <= offset ? html.path : undefined
}
