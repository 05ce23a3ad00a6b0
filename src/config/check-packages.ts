import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host, LoadedConfig} from '#src/model/host.ts'
import type {ResolvedConfig} from './check-config.ts'
import {findKey} from './find-key.ts'
import {missingPackage} from './messages.ts'

/** Packages that a configuration needs beside Galley, as `name@version`. */
export interface FoundPackages {
  /** Those that documents depend on, sorted. */
  readonly compiling: ReadonlyArray<string>
  /** The one that makes the index of the search; absent where there is no search. */
  readonly searching?: string
}

/**
 * Look for the packages that a configuration needs beside Galley.
 *
 * @returns
 *   Those that are there. Diagnostics: `config/missing-package`.
 */
export function checkPackages(
  {file, markdown, site}: ResolvedConfig,
  {text}: LoadedConfig,
  {packageVersion}: Pick<Host, 'packageVersion'>
): Checked<FoundPackages> {
  const diagnostics: Array<Diagnostic> = []
  const shiki = markdown.features.highlight === 'shiki' ? find('shiki', ['markdown', 'highlight']) : undefined
  const pagefind = site.search ? find('pagefind', ['search']) : undefined
  const value = {
    compiling: shiki === undefined ? [] : [shiki],
    ...(pagefind === undefined ? {} : {searching: pagefind})
  }
  return {value, diagnostics}

  function find(name: string, key: ReadonlyArray<string>): string | undefined {
    const version = packageVersion(name)
    if (version !== undefined) return `${name}@${version}`
    diagnostics.push(missingPackage({file, place: findKey(text, key), key: key.join('.')}, name))
    return undefined
  }
}
