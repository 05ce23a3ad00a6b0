import type {ResolvedConfig} from '#src/config/check-config.ts'
import {type Hash, hashData} from '#src/graph/hash.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'

/**
 * Of all that a document depends on beside its source: Galley, the Markdown options, and the code and options of plugins.
 *
 * @param packages
 *   Those that the site has installed for it, with versions.
 */
export function compileFingerprint(
  version: string,
  {markdown, vendor, hash}: ResolvedConfig,
  packages: ReadonlyArray<string>
): string {
  return hashData([version, packages, vendor, markdownHash(markdown, hash)])
}

/**
 * Of what the configuration says of compiling: equal where it gives the same document.
 *
 * @param configHash
 *   Of the configuration that the options are from.
 */
export function markdownHash(options: MarkdownOptions, configHash: string): Hash {
  const {parser, html, language, features, keepsMarkdown, keepsProse, remarkPlugins, rehypePlugins} = options
  const plugins = [...remarkPlugins, ...rehypePlugins]
  return hashData([
    parser,
    html,
    language,
    features,
    keepsMarkdown,
    keepsProse,
    ...(plugins.length === 0 ? [] : [configHash, JSON.stringify([remarkPlugins, rehypePlugins], withCode)])
  ])
}

function withCode(_: string, value: unknown): unknown {
  if (typeof value === 'function' || value instanceof RegExp) return String(value)
  if (value instanceof Map || value instanceof Set) return [...value]
  return value
}
