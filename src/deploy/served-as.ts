import {contentTypeOf} from '#src/model/content-type.ts'
import type {ServedAs} from '#src/model/deployment.ts'
import {isUnchanging} from './rank-file.ts'

/** What a server that takes headers file by file is to say of one: what may change is asked for again each time. */
export function servedAs(path: string): ServedAs {
  return {
    contentType: contentTypeOf(path),
    cacheControl: isUnchanging(path)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate'
  }
}
