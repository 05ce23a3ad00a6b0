import type {SourcePath} from '#src/model/source.ts'

/**
 * A reference in front matter as a path from the site's root when it is relative to its source
 * (`preview.png` to `content/articles/hello/preview.png`); addresses from the root and URLs stay.
 */
export function fileReference(reference: string, source: SourcePath): string {
  if (reference.startsWith('/') || reference.startsWith('content/') || /^[a-z][a-z0-9+.-]*:/i.test(reference))
    return reference
  const segments = source.split('/').slice(0, -1)
  for (const segment of reference.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/')
}
