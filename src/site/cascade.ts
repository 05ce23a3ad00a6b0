import type {FrontMatter} from '#src/model/front-matter.ts'

/** Front matter over its defaults: each field written nearer wins whole; `params` are joined by key. */
export function withDefaults(frontMatter: FrontMatter, defaults: FrontMatter): FrontMatter {
  return {...defaults, ...frontMatter, params: {...defaults.params, ...frontMatter.params}}
}

/** Defaults of several levels as one, the later ones nearer to the document. */
export function joinDefaults(levels: ReadonlyArray<FrontMatter>): FrontMatter {
  return levels.reduce<FrontMatter>((outer, inner) => withDefaults(inner, outer), {params: {}})
}
