/** The kinds of page that have a template of their own. */
export type TemplateKind =
  | 'home'
  | 'article'
  | 'page'
  | 'section'
  | 'taxonomy'
  | 'term'
  | 'social-image'
  | '404'

/** What decides on a page's template. */
export interface TemplateChoice {
  readonly kind: TemplateKind
  /** Section or taxonomy whose folder below `templates/` comes first: `docs/guides`; empty for none. */
  readonly folder: string
  /** `layout` of the front matter. */
  readonly layout?: string | undefined
  /** `layout` that the pages of a section have by default, for its listing. */
  readonly inherited?: string | undefined
}

/**
 * Names of the templates for a page, best first: where it has a layout by that alone, or by kind in the folder of that name, else by
 * kind (in that of the layout that its pages have, for a listing); each in the folder of its section, of the sections around it, and at the top.
 */
export function templateNames({kind, folder, layout, inherited}: TemplateChoice): ReadonlyArray<string> {
  const segments = folder === '' ? [] : folder.split('/')
  const folders = segments.map((_, index) => segments.slice(0, segments.length - index).join('/'))
  const byDefault = inherited === undefined ? [kind] : [`${inherited}/${kind}`, kind]
  const names = layout === undefined ? byDefault : [layout, `${layout}/${kind}`]
  return names.flatMap((name) => [...folders.map((place) => `${place}/${name}`), name])
}
