import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {errorAt, type Spot, warningAt} from '#src/diagnostics/problem-at.ts'

const reasons = {draft: 'is a draft', future: 'is dated in the future', expired: 'has expired'} as const

/** A link or asset reference that leads nowhere in this site. */
export function brokenReference(spot: Spot, reference: string, intended?: string): Diagnostic {
  return warningAt(
    spot,
    'routing/broken-reference',
    `Expected a page or file of this site, found \`${reference}\``,
    didYouMean(intended)
  )
}

/** More references that lead nowhere than are looked for. */
export function tooManyBroken(file: string, place: Place | undefined, countMax: number): Diagnostic {
  return errorAt(
    {file, place},
    'routing/too-many-broken',
    `Expected at most ${countMax} different references that lead nowhere in a text, found more`,
    'Those that are told are the first ones: what follows has not been looked up'
  )
}

/** A reference that would be right but for upper and lower case. */
export function otherCase(
  file: string,
  place: Place | undefined,
  reference: string,
  twin: string
): Diagnostic {
  return warningAt(
    {file, place},
    'routing/broken-reference',
    `Expected a page or file of this site, found \`${reference}\`, which differs from \`${twin}\` in upper and lower case`,
    'Web servers tell them apart, also where a disk does not'
  )
}

/** A line of `urls.lock` whose address the site does not have. */
export function lostUrl(
  spot: {readonly file: string; readonly place: Place},
  url: string,
  successor: {readonly path: string; readonly source: string} | undefined
): Diagnostic {
  const alias = `\`aliases: [${url}]\``
  return errorAt(
    spot,
    'routing/lost-url',
    `Expected a page, listing or feed at \`${url}\`, which has been published, found none`,
    successor === undefined
      ? `Give the page that takes its place ${alias}; \`galley urls --write\` gives the address up`
      : `Did it become \`${successor.path}\`? Then write ${alias} into \`${successor.source}\`; \`galley urls --write\` gives the address up`
  )
}

/** A line of `urls.lock` whose address belongs to a page that readers do not see. */
export function hiddenUrl(
  spot: {readonly file: string; readonly place: Place},
  url: string,
  {source, why}: {readonly source: string; readonly why: 'draft' | 'future'}
): Diagnostic {
  return errorAt(
    spot,
    'routing/lost-url',
    `Expected a page at \`${url}\`, which has been published, found \`${source}\`, which ${reasons[why]}`,
    'Publish it again; `galley urls --write` gives the address up'
  )
}

/** A line of `urls.lock` whose page does not have the heading. */
export function lostHeading(
  spot: {readonly file: string; readonly place: Place},
  url: string,
  {source, nearest}: {readonly source: string; readonly nearest: string | undefined}
): Diagnostic {
  const id = url.slice(url.indexOf('#') + 1)
  const successor = nearest === undefined ? 'the heading that takes its place' : `\`#${nearest}\``
  return errorAt(
    spot,
    'routing/lost-heading',
    `Expected the heading \`${url}\`, which has been published, found none of that id in \`${source}\``,
    `Give ${successor} the id again: \`{#${id}}\` behind it; \`galley urls --write\` gives it up`
  )
}

/** An address that a template writes. */
export interface Sighting {
  /** Of the template. */
  readonly file: string
  readonly place: Place | undefined
  readonly written: string
  /** Address of a page where it stands. */
  readonly path: string
}

/** An address of a template that leads nowhere in this site. */
export function brokenAddress({written, path, ...spot}: Sighting, intended: string | undefined): Diagnostic {
  const guess = didYouMean(intended)
  return warningAt(
    spot,
    'routing/broken-reference',
    `Expected a page or file of this site, found \`${written}\``,
    `It stands on \`${path}\`${guess === undefined ? '' : `. ${guess}`}`
  )
}

/** An address of a template that a host forwards to another one: that of an alias, or one without its final slash. */
export function indirectAddress({written, path, ...spot}: Sighting, target: string): Diagnostic {
  return warningAt(
    spot,
    'routing/indirect-address',
    `Expected the address of a page, found \`${written}\`, which forwards to \`${target}\``,
    `It stands on \`${path}\`. Ask \`view.href\` for it, or write where it leads: each hop costs readers time`
  )
}

/** A style sheet or script that a template names itself, and that is published under another name. */
export function unnamedFile({written, path, ...spot}: Sighting): Diagnostic {
  return warningAt(
    spot,
    'routing/broken-reference',
    `Expected the address of a bundled file, found \`${written}\`, which is only what it is made of`,
    `It stands on \`${path}\`. Ask \`view.styles\`, \`view.script\` or \`view.href\` for it: the name follows from the content`
  )
}

/** An address of a template that leads out of the folder which the site is at. */
export function addressOutside({written, path, ...spot}: Sighting, basePath: string): Diagnostic {
  return warningAt(
    spot,
    'routing/outside-site',
    `Expected an address below \`${basePath}\`, found \`${written}\``,
    `It stands on \`${path}\`. Ask \`view.href\` for the address of a page or file; write that of another site with its \`https:\``
  )
}

/** A name in `[[…]]` that several pages have. */
export function ambiguousName(
  file: string,
  place: Place | undefined,
  written: string,
  paths: ReadonlyArray<string>
): Diagnostic {
  return warningAt(
    {file, place},
    'routing/ambiguous-name',
    `Expected the name of one page, found \`${written}\`, which means ${paths.map((path) => `\`${path}\``).join(' and ')}`,
    'Put the folder before the name, or link to the file; the first one is taken'
  )
}

/** A heading, or other place with an id, that a link leads to and the page does not have: `b.md#part`, `[[name#heading]]`. */
export function unknownHeading(spot: Spot, written: string, path: string, intended?: string): Diagnostic {
  return warningAt(
    spot,
    'routing/unknown-heading',
    `Expected a heading of \`${path}\`, found \`${written}\``,
    didYouMean(intended)
  )
}

/** An entry of a menu that leads nowhere in this site. Reported at the configuration. */
export function brokenMenuEntry(
  spot: Spot,
  entry: {readonly menu: string; readonly name: string; readonly url: string},
  intended: string | undefined
): Diagnostic {
  return warningAt(
    spot,
    'routing/broken-menu-entry',
    `Expected a page or file of this site for \`${entry.name}\` of the menu \`${entry.menu}\`, found \`${entry.url}\``,
    didYouMean(intended)
  )
}

/** A setting that is to name a page or file of this site, and names none. */
export function brokenSetting(
  spot: Spot,
  {key, written}: {readonly key: string; readonly written: string},
  intended: string | undefined
): Diagnostic {
  return warningAt(
    spot,
    'routing/broken-reference',
    `Expected a page or file of this site for \`${key}\`, found \`${written}\``,
    didYouMean(intended) ??
      'Write the address of a file in `public/` as `/logo.svg`, and one at another site with its `https:`'
  )
}

/** A link to a document that this build leaves out. */
export function unpublishedReference(spot: Spot, reference: string, why: keyof typeof reasons): Diagnostic {
  return warningAt(
    spot,
    'routing/unpublished-reference',
    `Expected a published page, found \`${reference}\`, which ${reasons[why]}`,
    'Readers would get “not found”: publish the page, or take the link out'
  )
}

function didYouMean(intended: string | undefined): string | undefined {
  return intended === undefined ? undefined : `Did you mean \`${intended}\`?`
}
