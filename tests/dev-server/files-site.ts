import type {ServedSite} from '#src/dev-server/served-site.ts'
import {hashText} from '#src/graph/hash.ts'

/** A site that is served from texts by path. */
export function filesSite(files: Readonly<Record<string, string>>, basePath: string = '/'): ServedSite {
  const held = new Map(Object.entries(files))
  return {
    basePath,
    has: (path) => held.has(path),
    redirect: () => undefined,
    async read(path) {
      const text = held.get(path)
      return text === undefined ? undefined : {bytes: new TextEncoder().encode(text), hash: hashText(text)}
    }
  }
}
