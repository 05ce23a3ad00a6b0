import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'

/** A document with neither `title` nor heading. */
export function titleFromName(file: string, title: string): Diagnostic {
  return {
    code: 'site/no-title',
    severity: 'warning',
    reason: `Expected a title, found neither \`title\` nor a heading; the file name gives \`${title}\``,
    file,
    hint: `Write \`title: ${title}\` into the front matter`
  }
}

/** Two terms that differ only in characters that addresses drop, such as `C` and `C++`. */
export function similarTerms(
  file: string,
  taxonomy: string,
  name: string,
  other: string,
  slug: string
): Diagnostic {
  return {
    code: 'site/similar-terms',
    severity: 'warning',
    reason: `Expected terms of \`${taxonomy}\` with different addresses, found \`${name}\` beside \`${other}\`; it gets \`${slug}\``,
    file,
    hint: 'Rename one of them if they mean the same'
  }
}

/** A value of a configured taxonomy that is no list of names. */
export function wrongTerms(file: string, place: Place | undefined, taxonomy: string): Diagnostic {
  return {
    code: 'site/wrong-terms',
    severity: 'error',
    reason: `Expected a list of names in \`${taxonomy}\`, as it is a taxonomy of this site`,
    file,
    ...(place === undefined ? {} : {place}),
    hint: `Write \`${taxonomy}: [first, second]\``
  }
}

/** Front matter that the schema of its section refuses. */
export function refusedBySchema(
  file: string,
  place: Place | undefined,
  path: string,
  message: string,
  section: string
): Diagnostic {
  return {
    code: 'site/schema',
    severity: 'error',
    reason: `Expected what the schema of \`${section}\` asks of \`${path}\`: ${message}`,
    file,
    ...(place === undefined ? {} : {place})
  }
}

/** A schema that answers later: typing front matter is synchronous. */
export function asynchronousSchema(file: string, section: string): Diagnostic {
  return {
    code: 'site/asynchronous-schema',
    severity: 'error',
    reason: `Expected a schema of \`${section}\` that answers at once, found an asynchronous one`,
    file,
    hint: 'Leave out asynchronous refinements'
  }
}
