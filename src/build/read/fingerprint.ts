import type {ResolvedConfig} from '#src/config/check-config.ts'
import {hashData} from '#src/graph/hash.ts'

/**
 * Of all that a document depends on beside its source: Galley, the Markdown options, and the code and options of plugins.
 *
 * `packages` are those that the site has installed for it, with versions. A plugin's code is that of the configuration with all that it
 * imports; its options may also come from the environment.
 */
export function compileFingerprint(
  version: string,
  {markdown, vendor, hash}: ResolvedConfig,
  packages: ReadonlyArray<string>
): string {
  const {parser, html, language, features, keepsMarkdown, keepsProse, remarkPlugins, rehypePlugins} = markdown
  const plugins = [...remarkPlugins, ...rehypePlugins]
  return hashData([
    version,
    parser,
    html,
    language,
    features,
    keepsMarkdown,
    keepsProse,
    packages,
    vendor,
    ...(plugins.length === 0 ? [] : [hash, JSON.stringify([remarkPlugins, rehypePlugins], withCode)])
  ])
}

function withCode(_: string, value: unknown): unknown {
  if (typeof value === 'function' || value instanceof RegExp) return String(value)
  if (value instanceof Map || value instanceof Set) return [...value]
  return value
}
