/** The sections around a section, outermost first, itself last: ``, `docs`, `docs/guides`. */
export function sectionLineage(name: string): ReadonlyArray<string> {
  if (name === '') return ['']
  const folders = name.split('/')
  return ['', ...folders.map((_, index) => folders.slice(0, index + 1).join('/'))]
}
