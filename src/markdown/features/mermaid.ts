import type {Code, RootContent} from 'mdast'
import type {ChangeContext, Feature} from './feature.ts'

/** Fences of the language `mermaid` are diagrams, which a script of the theme draws; until then readers see the source. */
export const mermaid: Feature = {changes: {code: toDiagram}}

function toDiagram(
  {lang, value, position}: Code,
  {notes}: ChangeContext
): ReadonlyArray<RootContent> | undefined {
  if (lang !== 'mermaid') return undefined
  notes.features.add('mermaid')
  return [
    {
      type: 'htmlTree',
      content: [
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
