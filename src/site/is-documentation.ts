/** The layout that shows the whole of a section beside each of its pages. */
const layoutName = 'docs'

/**
 * Whether the pages of a section are a documentation: read in its order, not as news.
 *
 * @param layout
 *   What its pages have by default. Without one, templates in the folder of its name are theirs, or of that of a section around it.
 */
export function isDocumentation(section: string, layout: string | undefined): boolean {
  return (layout ?? section.split('/')[0]) === layoutName
}
