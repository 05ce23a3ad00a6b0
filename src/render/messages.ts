import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'

/** A `layout` that no template has. */
export function unknownLayout(
  file: string,
  place: Place | undefined,
  layout: string,
  known: ReadonlyArray<string>
): Diagnostic {
  return {
    code: 'render/unknown-layout',
    severity: 'error',
    reason: `Expected the name of a template, found \`${layout}\``,
    file,
    ...(place === undefined ? {} : {place}),
    hint: `There are ${known.map((name) => `\`${name}\``).join(', ')}; write \`templates/${layout}.tsx\` to have this one`
  }
}

/** A kind of page for which neither the site nor the theme has a template. */
export function missingTemplate(kind: string): Diagnostic {
  return {
    code: 'render/missing-template',
    severity: 'error',
    reason: `Expected a template for pages of kind \`${kind}\`, found none`,
    file: `templates/${kind}.tsx`,
    hint: 'Write it, or take a theme that has it'
  }
}

/** A template that threw while it rendered a page. */
export function templateFailed(
  file: string,
  place: Place | undefined,
  path: string,
  problem: string
): Diagnostic {
  return {
    code: 'render/template-failed',
    severity: 'error',
    reason: `Expected HTML for \`${path}\`, but the template failed: ${problem}`,
    file,
    ...(place === undefined ? {} : {place})
  }
}
