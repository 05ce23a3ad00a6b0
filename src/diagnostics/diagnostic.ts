/** Where a problem is: 1-based lines and columns, the end exclusive. Columns count UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** How bad a problem is: an error keeps the site from being written, a hint is a matter of taste and never fails anything. */
export type Severity = 'error' | 'warning' | 'hint'

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
  /** The line of the article that includes the file; absent when that is told of for itself. 1-based. */
  readonly includedBy?: {readonly file: string; readonly line: number}
  /** Of an ignore, which is a problem until it has silenced another: what it is for. */
  readonly silences?: Silence
}

/** Which problems of its file an ignore is for. */
export interface Silence {
  readonly code: string
  /** 1-based, both inclusive; absent when the whole file is meant. */
  readonly lines?: {readonly first: number; readonly last: number}
}

/** A value, and what is wrong with the text it came from. */
export interface Checked<Value> {
  readonly value: Value
  readonly diagnostics: ReadonlyArray<Diagnostic>
}
