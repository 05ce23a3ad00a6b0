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
 * Name of the best template for a page; `undefined` where there is none.
 *
 * A layout that is asked for comes first, whoever has it. Of the names that are as good, one of the site's own comes before the theme's:
 * the site's `term` is for authors too, though the theme has an `authors/term`.
 *
 * @param layers
 *   Names of the templates that there are: the site's own, then the theme's.
 */
export function chooseTemplate(
  choice: TemplateChoice,
  layers: ReadonlyArray<ReadonlySet<string>>
): string | undefined {
  return rankTemplates(choice)
    .flatMap((names) => layers.map((layer) => names.find((name) => layer.has(name))))
    .find((name) => name !== undefined)
}

/**
 * Names of the templates for a page in ranks, best first: where it has a layout by that alone, or by kind in the folder of that name, else by
 * kind; for a listing before that by kind in the folder of the layout that its pages have. Each in the folder of its section, of the
 * sections around it, and at the top.
 */
function rankTemplates({
  kind,
  folder,
  layout,
  inherited
}: TemplateChoice): ReadonlyArray<ReadonlyArray<string>> {
  const segments = folder === '' ? [] : folder.split('/')
  const folders = segments.map((_, index) => segments.slice(0, segments.length - index).join('/'))
  const byDefault = inherited === undefined ? [[kind]] : [[`${inherited}/${kind}`], [kind]]
  const ranks = layout === undefined ? byDefault : [[layout, `${layout}/${kind}`]]
  return ranks.map((names) => names.flatMap((name) => [...folders.map((place) => `${place}/${name}`), name]))
}
