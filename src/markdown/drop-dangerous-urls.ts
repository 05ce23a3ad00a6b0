import type {Root} from 'hast'
import type {VFile} from 'vfile'
import {isDangerousUrl} from './dangerous-url.ts'
import {listElements} from './list-nodes.ts'
import {dangerousUrl} from './messages.ts'
import {notesOf} from './notes.ts'
import {placeOf} from './place-of.ts'
import {listUrls, urlAttributes} from './url-attributes.ts'

/**
 * Remove attributes whose address could run a script, under every policy for raw HTML and after all plugins. Reports
 * `markdown/dangerous-url` at the element.
 */
export function dropDangerousUrls(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const {diagnostics, file: path} = notesOf(file)
    for (const element of listElements(tree)) {
      for (const attribute of urlAttributes(element)) {
        const spot = {tagName: element.tagName, attribute: attribute.name}
        const url = listUrls(attribute).find((candidate) => isDangerousUrl(candidate, spot))
        if (url === undefined) continue
        delete element.properties[attribute.property]
        diagnostics.push(dangerousUrl({file: path, place: placeOf(element)}, attribute.name, url))
      }
    }
  }
}

/** `dropDangerousUrls` ahead of the sanitizer; a function of its own, since unified attaches a function once. */
export function dropContentUrls(): (tree: Root, file: VFile) => void {
  return dropDangerousUrls()
}
