import {contentTypeOf} from '#src/model/content-type.ts'
import {isUnchanging} from './rank-file.ts'

/** What a server is to say of a file. */
export interface ServedAs {
  readonly contentType: string
  readonly cacheControl: string
}

/** What a server that takes headers file by file is to say of one: what may change is asked for again each time. */
export function servedAs(path: string): ServedAs {
  return {
    contentType: contentTypeOf(path),
    cacheControl: isUnchanging(path)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate'
  }
}
