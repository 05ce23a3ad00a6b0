/** What a policy is made of. */
export interface PolicyGround {
  /** Hashes of scripts and styles in pages: `sha256-…`. Sorted. */
  readonly scripts: ReadonlyArray<string>
  readonly styles: ReadonlyArray<string>
  /** Other sites by directive. */
  readonly elsewhere: Readonly<Record<string, ReadonlyArray<string>>>
  /** Whether some script draws with styles of its own. */
  readonly drawsStyles: boolean
  /** Whether readers can search the site, which takes WebAssembly. */
  readonly hasSearch: boolean
  /** What the author allows beside it, by directive. */
  readonly more: Readonly<Record<string, ReadonlyArray<string>>>
}

/**
 * Value of the header `Content-Security-Policy`: nothing from elsewhere but what pages have, and no script in a page but those that it has.
 * Attributes with styles run no code, and may stay.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function renderPolicy({
  scripts,
  styles,
  elsewhere,
  drawsStyles,
  hasSearch,
  more
}: PolicyGround): string {
  const own = new Map<string, ReadonlyArray<string>>([
    ['default-src', ["'self'"]],
    ['script-src', ["'self'", ...scripts.map(quoted), ...(hasSearch ? ["'wasm-unsafe-eval'"] : [])]],
    // A hash would undo what is allowed without one.
    ['style-src', ["'self'", ...(drawsStyles ? ["'unsafe-inline'"] : styles.map(quoted))]],
    ['style-src-attr', ["'unsafe-inline'"]],
    ['img-src', ["'self'", 'data:']],
    ['font-src', ["'self'", 'data:']],
    ['media-src', ["'self'"]],
    ['frame-src', ["'self'"]],
    ['object-src', ["'none'"]],
    ['base-uri', ["'self'"]]
  ])
  for (const [directive, sources] of [...Object.entries(elsewhere), ...Object.entries(more)]) {
    const known = (own.get(directive) ?? []).filter((source) => source !== "'none'")
    own.set(directive, [...new Set([...known, ...sources])])
  }
  return Array.from(own, ([directive, sources]) => [directive, ...sources].join(' ')).join('; ')
}

function quoted(hash: string): string {
  return `'${hash}'`
}
