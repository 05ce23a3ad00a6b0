/** The kinds of page that have a template of their own. */
export type TemplateKind = 'home' | 'article' | 'page' | 'section' | 'taxonomy' | 'term' | '404'

/** What decides on a page's template. */
export interface TemplateChoice {
  readonly kind: TemplateKind
  /** Section or taxonomy whose folder below `templates/` comes first: `docs/guides`; empty for none. */
  readonly folder: string
  /** `layout` of the front matter. */
  readonly layout?: string | undefined
}

/**
 * Names of the templates for a page, best first: by layout alone where it has one, else by kind; each in the folder of its
 * section, of the sections around it, and at the top.
 */
export function templateNames({kind, folder, layout}: TemplateChoice): ReadonlyArray<string> {
  const segments = folder === '' ? [] : folder.split('/')
  const folders = segments.map((_, index) => segments.slice(0, segments.length - index).join('/'))
  return [...folders.map((name) => `${name}/${layout ?? kind}`), layout ?? kind]
}
