import type {Checked} from '#src/diagnostics/diagnostic.ts'
import type {Host} from '#src/model/host.ts'
import type {LoadedConfig} from '#src/model/loaded-config.ts'
import type {ResolvedConfig} from './check-config.ts'

/** Packages that a configuration needs beside Galley, as `name@version`. */
export interface FoundPackages {
  /** Those that documents depend on, sorted. */
  readonly compiling: ReadonlyArray<string>
  /** The one that makes the index of the search; absent where there is no search. */
  readonly searching?: string
  /** Those that draw social images; absent where there are none. */
  readonly drawing?: string
  /** The one that resizes images; absent where they are left as they are. */
  readonly resizing?: string
}

/** One lays out, the other paints. */
const painters: ReadonlyArray<string> = ['satori', '@resvg/resvg-js']

/**
 * Look for the packages that a configuration needs beside Galley.
 *
 * @returns
 *   Those that are there. Diagnostics: `config/missing-package`.
 */
export async function checkPackages(
  {file, markdown, site}: ResolvedConfig,
  {text}: LoadedConfig,
  {packageVersion}: Pick<Host, 'packageVersion'>
): Promise<Checked<FoundPackages>> {
  const missing: Array<{readonly name: string; readonly key: ReadonlyArray<string>}> = []
  const shiki = markdown.features.highlight === 'shiki' ? find('shiki', ['markdown', 'highlight']) : undefined
  const pagefind = site.search ? find('pagefind', ['search']) : undefined
  const drawing = site.socialImages !== false ? painters.map((name) => find(name, ['socialImages'])) : []
  const sharp = site.images !== false ? find('sharp', ['images']) : undefined
  const value = {
    compiling: shiki === undefined ? [] : [shiki],
    ...(pagefind === undefined ? {} : {searching: pagefind}),
    ...(drawing.length === 0 || drawing.includes(undefined) ? {} : {drawing: drawing.join(' ')}),
    ...(sharp === undefined ? {} : {resizing: sharp})
  }
  if (missing.length === 0) return {value, diagnostics: []}
  const {lackOf} = await import('./report-issues.ts')
  return {value, diagnostics: missing.map((one) => lackOf(one, file, text))}

  function find(name: string, key: ReadonlyArray<string>): string | undefined {
    const version = packageVersion(name)
    if (version !== undefined) return `${name}@${version}`
    missing.push({name, key})
    return undefined
  }
}
