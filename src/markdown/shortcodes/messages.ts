import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'
import type {Spot} from '../messages.ts'

/** What begins like a shortcode and is none: `{{< figure src="a >}}`. */
export function brokenShortcode(spot: Spot, written: string): Diagnostic {
  return errorAt(
    spot,
    'markdown/broken-shortcode',
    `Expected a shortcode such as \`{{< name key="value" >}}\`, found \`${written}\` without the rest of one`,
    'Close quotes and the tag; or write it as `code`, or `markdown: {shortcodes: false}` into the configuration'
  )
}

/** An end without a beginning: `{{< /note >}}` alone. */
export function shortcodeNotOpened(spot: Spot, name: string): Diagnostic {
  return errorAt(
    spot,
    'markdown/shortcode-not-opened',
    `Expected \`{{< ${name} >}}\` before its end, found none`,
    'Add it, or remove the end'
  )
}

/** A beginning without an end, of what holds something: `{{< note >}}` alone. */
export function shortcodeNotClosed(spot: Spot, name: string): Diagnostic {
  return errorAt(
    spot,
    'markdown/shortcode-not-closed',
    `Expected \`{{< /${name} >}}\` after its beginning, found none`,
    `Add it, or write \`{{< ${name} />}}\` for one without content`
  )
}

/** Two tags that belong together, one in a list and the other outside. */
export function shortcodeTorn(spot: Spot, name: string): Diagnostic {
  return errorAt(
    spot,
    'markdown/shortcode-torn',
    `Expected the end of \`${name}\` beside its beginning, found it in another list, quote or cell`,
    'Give both lines of their own, equally indented, with empty lines around them'
  )
}

/** A note where only words can stand: in a heading or a cell. */
export function blockInLine(spot: Spot, name: string): Diagnostic {
  return errorAt(
    spot,
    'markdown/block-in-line',
    `Expected \`${name}\` between or in paragraphs, found it in a heading, a cell or other marks`,
    'Put it into a line of its own, or write `badge` for a few words'
  )
}

/** A shortcode where no component can stand: in an address, or between `<` and `>`. */
export function misplacedShortcode(spot: Spot, name: string): Diagnostic {
  return errorAt(
    spot,
    'markdown/misplaced-shortcode',
    `Expected \`ref\` or \`relref\` in an address or a tag of HTML, found \`${name}\``,
    'Only those two are addresses'
  )
}
