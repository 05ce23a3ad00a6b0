import {createRequire} from 'node:module'

/** Version of a package as Galley itself would import it; `undefined` when it is not installed. */
export function packageVersion(name: string): string | undefined {
  try {
    const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`)
    const isVersioned = typeof manifest === 'object' && manifest !== null && 'version' in manifest
    return isVersioned ? String(manifest.version) : undefined
  } catch {
    return undefined
  }
}
