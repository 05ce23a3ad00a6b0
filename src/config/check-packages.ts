import type {Checked} from '#src/diagnostics/diagnostic.ts'
import type {Host, LoadedConfig} from '#src/model/host.ts'
import type {ResolvedConfig} from './check-config.ts'
import {findKey} from './find-key.ts'
import {missingPackage} from './messages.ts'

/**
 * Look for the packages that a configuration needs beside Galley.
 *
 * @returns
 *   Their names and versions, sorted. Diagnostics: `config/missing-package`.
 */
export function checkPackages(
  {file, markdown}: ResolvedConfig,
  {text}: LoadedConfig,
  {packageVersion}: Pick<Host, 'packageVersion'>
): Checked<ReadonlyArray<string>> {
  if (markdown.features.highlight !== 'shiki') return {value: [], diagnostics: []}
  const version = packageVersion('shiki')
  if (version !== undefined) return {value: [`shiki@${version}`], diagnostics: []}
  const subject = {file, place: findKey(text, ['markdown', 'highlight']), key: 'markdown.highlight'}
  return {value: [], diagnostics: [missingPackage(subject, 'shiki')]}
}
