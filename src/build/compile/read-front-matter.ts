import {listIgnores} from '#src/content/list-ignores.ts'
import {splitFrontMatter} from '#src/content/split-front-matter.ts'
import {typeFrontMatter} from '#src/content/type-front-matter.ts'
import type {DocumentFrontMatter} from '#src/model/document.ts'
import type {FrontMatterBlock} from '#src/model/front-matter.ts'
import type {Source} from '#src/model/source.ts'
import type {TypesetFrontMatter} from './typeset-front-matter.ts'

/** What stands in front of a body. */
export interface ReadFrontMatter {
  readonly block: FrontMatterBlock
  readonly own: DocumentFrontMatter
}

/** Split and type the front matter of one source, alone. */
export function readFrontMatter(source: Source, typeset: TypesetFrontMatter): ReadFrontMatter {
  const {path} = source
  const {value: block, ...split} = splitFrontMatter(source)
  const typed = typeFrontMatter(path, block)
  return {
    block,
    own: {
      path,
      frontMatter: typeset(typed.value),
      places: block.places,
      diagnostics: [...split.diagnostics, ...typed.diagnostics, ...listIgnores(source, block)]
    }
  }
}
