import type {Code, RootContent} from 'mdast'
import {readFence} from '../code/fence.ts'
import {titleOf} from '../code/read-block.ts'
import {placeOf} from '../place-of.ts'
import type {ChangeContext, Feature} from './feature.ts'

/** Fences of the language `mermaid` are diagrams, which a script of the theme draws; until then readers see the source. */
export const mermaid: Feature = {changes: {code: toDiagram}}

function toDiagram(code: Code, {notes, text}: ChangeContext): ReadonlyArray<RootContent> | undefined {
  const {lang, value, position} = code
  if (lang !== 'mermaid') return undefined
  const place = placeOf(code)
  notes.features.add(lang)
  if (place !== undefined && !notes.packagePlaces.has(lang)) notes.packagePlaces.set(lang, place)
  return [
    {
      type: 'htmlTree',
      // In a group of code, as for all other languages.
      label: titleOf(readFence(code, text)) ?? lang,
      toHast: () => [
        {
          type: 'element',
          tagName: 'pre',
          properties: {className: ['mermaid']},
          // An HTML parser drops a line end right after the tag.
          children: [{type: 'text', value: value.replace(/^\n+/, '')}]
        }
      ],
      ...(position === undefined ? {} : {position})
    }
  ]
}
