import type {Place} from '#src/diagnostics/diagnostic.ts'

/** A place in the code of the site. */
export interface CodePlace {
  /** Path from the site's root. */
  readonly file: string
  readonly place: Place
}

/** Says in a hint where something was thrown. */
export function thrownAt({file, place}: CodePlace): string {
  return `Thrown at \`${file}:${place.line}:${place.column}\``
}
