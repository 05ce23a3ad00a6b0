import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {hintAt, type Spot, warningAt} from '#src/diagnostics/problem-at.ts'

/** `image`, where `preview_image` is meant. */
export function foreignField(spot: Spot, name: string, own: string): Diagnostic {
  return hintAt(
    spot,
    'site/foreign-field',
    `Expected \`${own}\`, found \`${name}\`, which means nothing to the theme`,
    name === 'published'
      ? '`draft` is its opposite'
      : `Call it \`${own}\`; what is your own may stand below \`params\``
  )
}

/** `published: false`, of which nobody but its author knows. */
export function publishedAllTheSame(spot: Spot): Diagnostic {
  const reason =
    'Expected `draft: true`, found `published: false`, which means nothing here: the article is published'
  return warningAt(spot, 'site/not-held-back', reason, 'Write `draft: true`')
}

/** A page without a date in a section whose addresses are made of dates. */
export function undated(file: string, pattern: string): Diagnostic {
  return hintAt(
    {file},
    'site/undated',
    `Expected a \`date\` for an address like \`${pattern}\`, found none: the address has no part for it`,
    'Give the page a `date`, or a `url` of its own'
  )
}

/** A field that nothing reads in this kind of source, such as `aliases` in an `_index.md`. */
export function unusedField(file: string, place: Place | undefined, name: string, hint: string): Diagnostic {
  return {
    code: 'site/unused-field',
    severity: 'warning',
    reason: `Expected only fields that count in this file, found \`${name}\``,
    file,
    ...(place === undefined ? {} : {place}),
    hint
  }
}
