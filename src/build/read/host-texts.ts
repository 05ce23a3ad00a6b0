import type {Host} from '#src/model/host.ts'
import type {HostName} from '#src/model/host-name.ts'
import type {HostFile} from '#src/model/hosted-site.ts'
import type {SourcePath} from '#src/model/source.ts'

/** Names of the files that hosts read, in the output folder and in `public/`. */
export const hostFileNames: {readonly [File in HostFile]: string} = {
  redirects: '_redirects',
  headers: '_headers',
  vercel: 'vercel.json',
  firebase: 'firebase.json',
  nginx: '.nginx.conf',
  apache: '.htaccess'
}

/** Files that are written for the hosts of a site. `_redirects` and `_headers` mean nothing to those that do not know them, and `preview` follows them. */
export function hostFilesFor(hosting: ReadonlyArray<HostName>): ReadonlyArray<HostFile> {
  const named = (['vercel', 'firebase', 'nginx', 'apache'] as const).filter((host) => hosting.includes(host))
  return ['redirects', 'headers', ...named]
}

/** What the author has written into files that Galley writes too, by their paths in `public/`. */
export async function readHostTexts(
  host: Pick<Host, 'read'>,
  assets: ReadonlyMap<SourcePath, unknown>,
  hosting: ReadonlyArray<HostName>
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const file of hostFilesFor(hosting)) {
    const path = `public/${hostFileNames[file]}` as SourcePath
    // Hidden files are not listed.
    const mayBeThere = hostFileNames[file].startsWith('.') || assets.has(path)
    const bytes = mayBeThere ? await host.read(path) : undefined
    if (bytes !== undefined) texts.set(path, new TextDecoder().decode(bytes))
  }
  return texts
}
