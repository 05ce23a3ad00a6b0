import {findHeaders, headersFile, parseHeaders} from './headers.ts'
import {findRedirect, parseRedirects, type Redirect, redirectsFile} from './redirects.ts'

/** What a site tells the host that serves it. */
export interface HostRules {
  /** Where a path leads; `undefined` where no rule says so. From the server's root. */
  readonly redirect: (path: string) => Redirect | undefined
  /** Headers for the answer to a path, by their names in lower case. */
  readonly headers: (path: string) => Readonly<Record<string, string>>
}

/** Files that hosts read, and do not serve. */
export const hostFiles: ReadonlyArray<string> = [redirectsFile, headersFile]

/**
 * The rules in the files of a site.
 *
 * @param read
 *   Bytes of one of `hostFiles`; `undefined` where the site has none.
 */
export function readHostRules(read: (file: string) => Uint8Array | undefined): HostRules {
  const redirects = parseRedirects(textOf(redirectsFile))
  const headers = parseHeaders(textOf(headersFile))
  return {
    redirect: (path) => findRedirect(redirects, path),
    headers: (path) => findHeaders(headers, path)
  }

  function textOf(file: string): string {
    return new TextDecoder().decode(read(file))
  }
}
