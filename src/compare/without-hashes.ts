/**
 * A page without what follows from the content of its style sheets and scripts alone: the hashes in their names, and what browsers check them
 * by. A change of theirs is told of once, as that of a file, and not of every page.
 */
export function withoutHashes(html: string): string {
  return html
    .replace(/ integrity="[^"]*"/g, '')
    .replace(/(built\/[a-z0-9-]*?-)[a-z0-9]{10}(?=\.[a-z0-9]+["'])/g, '$1')
}
