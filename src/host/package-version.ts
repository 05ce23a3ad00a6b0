import {findPackage} from './find-package.ts'

/** Version of a package as Galley itself would import it; `undefined` when it is not installed. */
export function packageVersion(name: string): string | undefined {
  return findPackage(import.meta.dirname, name)?.version
}
