import type {FrontMatter} from '#src/model/front-matter.ts'

/** Front matter over its defaults: each field written nearer wins whole; `params` are joined by key. The very same where there are none. */
export function withDefaults(frontMatter: FrontMatter, defaults: FrontMatter): FrontMatter {
  const {params, ...fields} = defaults
  if (Object.keys(fields).length === 0 && Object.keys(params).length === 0) return frontMatter
  return {...defaults, ...frontMatter, params: {...defaults.params, ...frontMatter.params}}
}

/** Defaults of several levels as one, the later ones nearer to the document. */
export function joinDefaults(levels: ReadonlyArray<FrontMatter>): FrontMatter {
  return levels.reduce<FrontMatter>((outer, inner) => withDefaults(inner, outer), {params: {}})
}
