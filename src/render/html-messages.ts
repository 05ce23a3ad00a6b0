import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hintAt, type Spot, warningAt} from '#src/diagnostics/problem-at.ts'

/** An id that two elements of a page have. */
export function duplicateId(spot: Spot, path: string, id: string): Diagnostic {
  return warningAt(
    spot,
    'render/duplicate-id',
    `Expected an id that no other element of the page has, found \`${id}\` again`,
    `It stands on \`${path}\`: links and labels lead to the first of them. A heading takes another by \`{#other}\``
  )
}

/** `<a>` or `<button>` within another one. */
export function nestedInteractive(
  spot: Spot,
  path: string,
  {inner, outer}: {readonly inner: string; readonly outer: string}
): Diagnostic {
  return warningAt(
    spot,
    'render/nested-interactive',
    `Expected no \`<${inner}>\` within \`<${outer}>\`, found one`,
    `It stands on \`${path}\`: browsers end the outer one before it, or nobody can reach it with the keyboard`
  )
}

/** `<a>` without `</a>`. */
export function unclosedElement(spot: Spot, path: string, name: string): Diagnostic {
  return warningAt(
    spot,
    'render/unclosed-element',
    `Expected \`</${name}>\` behind \`<${name}>\`, found none`,
    `Write it: on \`${path}\` browsers take all that follows into the element`
  )
}

/** `<div>` within `<p>`. */
export function blockInParagraph(spot: Spot, path: string, name: string): Diagnostic {
  return warningAt(
    spot,
    'render/block-in-paragraph',
    `Expected text within \`<p>\`, found \`<${name}>\``,
    `It stands on \`${path}\`: browsers end the paragraph before it. Write \`<div>\` in place of \`<p>\``
  )
}

/** An image of a template without words for those who do not see it. */
export function missingTemplateAlt(spot: Spot, path: string, address: string): Diagnostic {
  return hintAt(
    spot,
    'render/missing-alt',
    `Expected an attribute \`alt\` of the image \`${address}\`, found none`,
    `It stands on \`${path}\`. \`alt=""\` is for an image that only decorates`
  )
}

/** A document that does not say something of itself. */
export function missingInDocument(
  spot: Spot,
  path: string,
  what: 'language' | 'title' | 'canonical'
): Diagnostic {
  if (what === 'title') {
    return warningAt(
      spot,
      'render/missing-title',
      'Expected a `<title>` with words in the page, found none',
      `It is missing on \`${path}\`: tabs, results of a search and screen readers show it`
    )
  }
  if (what === 'language') {
    return hintAt(
      spot,
      'render/missing-language',
      'Expected an attribute `lang` of `<html>`, found none',
      `It is missing on \`${path}\`. Write \`lang={view.site().language}\`: screen readers choose their voice by it`
    )
  }
  return hintAt(
    spot,
    'render/missing-canonical',
    'Expected a `<link rel="canonical">` in the page, found none',
    `It is missing on \`${path}\`. Write \`href={view.permalink(page)}\`: search engines take it for the one address of the page`
  )
}

/** A link of a template to a part that its page does not have. */
export function unknownPart(spot: Spot, path: string, written: string): Diagnostic {
  return warningAt(
    spot,
    'routing/unknown-heading',
    `Expected the id of an element of the page, found \`${written}\``,
    `It stands on \`${path}\``
  )
}
