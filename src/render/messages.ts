import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'

/** A `layout` that no template has. */
export function unknownLayout(
  file: string,
  place: Place | undefined,
  layout: string,
  known: ReadonlyArray<string>
): Diagnostic {
  return errorAt(
    {file, place},
    'render/unknown-layout',
    `Expected the name of a template, found \`${layout}\``,
    `There are ${known.map((name) => `\`${name}\``).join(', ')}; write \`templates/${layout}.tsx\` to have this one`
  )
}

/** A kind of page for which neither the site nor the theme has a template. */
export function missingTemplate(kind: string): Diagnostic {
  return errorAt(
    {file: `templates/${kind}.tsx`},
    'render/missing-template',
    `Expected a template for pages of kind \`${kind}\`, found none`,
    'Write it, or take a theme that has it'
  )
}

/** A template that threw while it rendered a page. */
export function templateFailed(
  file: string,
  place: Place | undefined,
  path: string,
  problem: string
): Diagnostic {
  return errorAt(
    {file, place},
    'render/template-failed',
    `Expected HTML for \`${path}\`, but the template failed: ${problem}`
  )
}
