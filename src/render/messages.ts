import {closest} from '#src/diagnostics/closest.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt, type Spot} from '#src/diagnostics/problem-at.ts'
import type {CodePlace} from '#src/model/code-place.ts'

/** A `layout` that no template has. */
export function unknownLayout(spot: Spot, layout: string, known: ReadonlyArray<string>): Diagnostic {
  const intended = closest(layout, known)
  const names = known.map((name) => `\`${name}\``).join(', ')
  return errorAt(
    spot,
    'render/unknown-layout',
    `Expected the name of a template, found \`${layout}\``,
    `${intended === undefined ? `There are ${names};` : `Did you mean \`${intended}\`? Else`} write \`templates/${layout}.tsx\` to have this one`
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

/** A template that threw while it rendered a page, and where in the code of the site, if that is known. */
export function templateFailed(
  {file, path}: {readonly file: string; readonly path: string},
  problem: string,
  origin: CodePlace | undefined
): Diagnostic {
  return errorAt(
    origin ?? {file, place: undefined},
    'render/template-failed',
    `Expected HTML, but the template failed: ${problem}`,
    // What a partial throws is often for what it was given.
    `It does for \`${path}\`${origin === undefined || origin.file === file ? '' : `, which \`${file}\` renders`}`
  )
}
