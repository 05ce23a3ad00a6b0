import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hintAt, warningAt} from '#src/diagnostics/problem-at.ts'
import {type Spot, shorten} from '../messages.ts'

/** `![](a.png)`: an image without a word for those who do not see it. */
export function emptyAlt(spot: Spot, url: string): Diagnostic {
  return hintAt(
    spot,
    'markdown/empty-alt',
    `Expected words for those who do not see \`${shorten(url)}\`, found none`,
    'Write them between the brackets; an image that only decorates has none'
  )
}

/** `<img src="a.png">`. */
export function missingAlt(spot: Spot): Diagnostic {
  return hintAt(
    spot,
    'markdown/missing-alt',
    'Expected an attribute `alt` of the image, found none',
    'Tell in it what the image shows; `alt=""` is for one that only decorates'
  )
}

/** `##` without words. */
export function emptyHeading(spot: Spot): Diagnostic {
  return warningAt(
    spot,
    'markdown/empty-heading',
    'Expected words in the heading, found none',
    'Remove it, or write `\\#` for the sign itself'
  )
}

/** An `h4` below an `h2`. */
export function skippedLevel(spot: Spot, depth: number, before: number): Diagnostic {
  return hintAt(
    spot,
    'markdown/skipped-level',
    `Expected a heading of level ${before + 1} at most below one of level ${before}, found level ${depth}`
  )
}

/** A second heading of the first level. */
export function secondTitle(spot: Spot, firstLine: number): Diagnostic {
  return hintAt(
    spot,
    'markdown/second-title',
    `Expected one heading of level 1, which is the title, found another after that of line ${firstLine}`,
    'Headings of the text begin with `##`'
  )
}

/** `# Hello` below `title: Hello`. */
export function titleTwice(spot: Spot): Diagnostic {
  return warningAt(
    spot,
    'markdown/title-twice',
    'Expected the title once, found it in the front matter and as a heading, so that the page shows it twice',
    'Remove the heading; or `title` from the front matter: then the heading is the title'
  )
}

/** A fence without one that closes it. */
export function unclosedCode(spot: Spot): Diagnostic {
  return warningAt(
    spot,
    'markdown/unclosed-code',
    'Expected an end of the block of code, found none',
    'All that follows is code: close it with a line of as many of these signs, or more'
  )
}

/** `<!--` without `-->`. */
export function unclosedComment(spot: Spot): Diagnostic {
  return warningAt(
    spot,
    'markdown/unclosed-comment',
    'Expected `-->` at the end of the comment, found none',
    'All that follows is left out: close it'
  )
}

/** `<div>` without `</div>`. */
export function unclosedTag(spot: Spot, name: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/unclosed-tag',
    `Expected \`</${name}>\` for \`<${name}>\`, found none in its place`,
    'Close it; where it is meant as text, write it as `code` or with `&lt;`'
  )
}

/** `</div>` without `<div>`. */
export function unopenedTag(spot: Spot, name: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/unopened-tag',
    `Expected \`<${name}>\` before \`</${name}>\`, found none that is open`,
    'Remove it, or open the element'
  )
}

/** `A text <div>`. */
export function blockInParagraph(spot: Spot, name: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/block-in-paragraph',
    `Expected text within a paragraph, found \`<${name}>\``,
    'Browsers end the paragraph before it: give it a line of its own, with a blank line before it'
  )
}

/** A link in the text of another one. */
export function nestedLink(spot: Spot): Diagnostic {
  return warningAt(
    spot,
    'markdown/nested-link',
    'Expected no link within a link, found one',
    'Browsers end the outer one before it. An address within `<a>` is a link by itself: write other words, or Markdown alone'
  )
}

/** `[x](mailto:ada)`. */
export function malformedAddress(spot: Spot, url: string, isMail: boolean): Diagnostic {
  return warningAt(
    spot,
    'markdown/malformed-address',
    `Expected ${isMail ? 'a mail address' : 'a telephone number'}, found \`${shorten(url)}\``,
    isMail ? 'Write `mailto:ada@example.org`' : 'Write `tel:+49-30-1234567`'
  )
}

/** A text that nobody reads in one sitting. */
export function longText(file: string, wordCount: number, max: number): Diagnostic {
  return hintAt(
    {file},
    'markdown/long-text',
    `Expected a text of at most ${max} words, found ${wordCount}`,
    'Parts of a series are found more easily, and load faster'
  )
}
