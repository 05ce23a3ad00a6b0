/** The name of a section as it was written: `/docs/guides/` is the same section as `docs/guides`. */
export function sectionName(written: string): string {
  return written.replaceAll(/^\/+|\/+$/g, '')
}
