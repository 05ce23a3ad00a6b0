/** Where a problem is: 1-based lines and columns, the end exclusive. Columns count UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** How bad a problem is: an error keeps the site from being written. */
export type Severity = 'error' | 'warning'

/** A problem as data. */
export interface Diagnostic {
  /** Stable name, `stage/what`: searchable, never renamed. */
  readonly code: `${string}/${string}`
  readonly severity: Severity
  /** One sentence, Markdown, no final period: what was expected, what was found. */
  readonly reason: string
  /** Path from the site's root, with `/`. */
  readonly file: string
  /** Absent when the whole file is meant. */
  readonly place?: Place
  /** What to do about it. */
  readonly hint?: string
}

/** A value, and what is wrong with the text it came from. */
export interface Checked<Value> {
  readonly value: Value
  readonly diagnostics: ReadonlyArray<Diagnostic>
}
