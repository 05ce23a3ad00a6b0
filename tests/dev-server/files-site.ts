import {hostFiles, readHostRules} from '#src/dev-server/host-rules.ts'
import type {ServedSite} from '#src/dev-server/served-site.ts'
import {hashText} from '#src/graph/hash.ts'

/** A site that is served from texts by path. */
export function filesSite(files: Readonly<Record<string, string>>, basePath: string = '/'): ServedSite {
  const held = new Map(Object.entries(files))
  return {
    basePath,
    has: (path) => held.has(path) && !hostFiles.includes(path),
    ...readHostRules((path) => bytesOf(path)),
    async read(path) {
      const bytes = bytesOf(path)
      return bytes && {bytes, hash: hashText(bytes)}
    }
  }

  function bytesOf(path: string): Uint8Array | undefined {
    const text = held.get(path)
    return text === undefined ? undefined : new TextEncoder().encode(text)
  }
}
