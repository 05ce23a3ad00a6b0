import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {QueryContext} from '#src/graph/query.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {findIds} from '#src/render/find-ids.ts'
import {
  blockInParagraph,
  duplicateId,
  missingInDocument,
  missingTemplateAlt,
  nestedInteractive,
  unclosedElement,
  unknownPart
} from '#src/render/html-messages.ts'
import type {Tag} from '#src/render/html-tags.ts'
import {inspectAround} from '#src/render/inspect-around.ts'
import {type HtmlFault, inspectHtml} from '#src/render/inspect-html.ts'
import {idOf, isAmong} from '#src/site/fragment-links.ts'
import {isAddressKnown} from './settings.ts'

/** What a template or component made. */
interface MadeHtml {
  readonly html: string
  readonly template: Pick<LoadedTemplate, 'file' | 'find' | 'isBuiltIn'>
  /** Address of the page that it stands on, without the base path. */
  readonly path: string
}

/** What a template made. */
interface MadePage extends MadeHtml {
  /** Of the HTML. */
  readonly tags: ReadonlyArray<Tag>
  /** HTML in it that was looked at when it was made. */
  readonly inserted: Iterable<string>
  /** Links of the template to parts of the page: `#part`. Default: none. */
  readonly ownParts?: ReadonlyArray<string>
  /** The text that the page shows; absent where it shows none of its own. */
  readonly source?: SourcePath | undefined
}

/** What a component made around what an author wrote. */
interface MadeAround extends MadeHtml {
  /** The HTML that stands in its holes. */
  readonly inside: string
}

type Reporting = Pick<QueryContext, 'read' | 'report'>

/**
 * Reports what is wrong with the elements of finished HTML, at the template that made them, or at the text where only both together are
 * wrong.
 *
 * Diagnostics: `render/duplicate-id`, `render/nested-interactive`, `render/unclosed-element`, `render/block-in-paragraph`,
 * `render/missing-alt`, and of documents `render/missing-language`, `render/missing-title` and `render/missing-canonical`.
 */
export function checkHtml({read, report}: Reporting, made: MadePage): void {
  const {html, tags, template, path, source, ownParts = []} = made
  const inspected = inspectHtml(html, tags)
  if (inspected.faults.length > 0) {
    const parts = [...made.inserted]
    const known = parts.flatMap((part) => inspectHtml(part).faults)
    const keys = new Set(known.map(keyOf))
    // All that follows an element without an end is in it.
    const isOpen = known.some(({kind}) => kind === 'unclosed')
    const own = inspected.faults.filter(
      (fault) => !keys.has(keyOf(fault)) && !(isOpen && fault.kind === 'nested')
    )
    report(own.map((fault) => problemOf(fault, parts)))
  }
  const lost = ownParts.filter((part) => !isThere(part, inspected.ids))
  report(lost.map((part) => unknownPart(spotOf(template, part), path, part)))
  // The theme says all of it, as its own tests tell; what its templates make of a text may be wrong nevertheless.
  if (inspected.isDocument && template.isBuiltIn !== true) report(missingParts())

  /** Of old names, and of what browsers know by themselves, the page is asked only where there is no such id. */
  function isThere(part: string, ids: ReadonlySet<string>): boolean {
    const id = idOf(part)
    return id === undefined || isAmong(id, ids) || isAmong(id, new Set(findIds(html)))
  }

  function problemOf(fault: HtmlFault, parts: ReadonlyArray<string>): Diagnostic {
    const isOfText =
      fault.kind === 'duplicate-id' && parts.some((part) => inspectHtml(part).ids.has(fault.id))
    return isOfText && source !== undefined
      ? duplicateId({file: source}, path, fault.id)
      : problemOfTemplate(made, fault)
  }

  function missingParts(): ReadonlyArray<Diagnostic> {
    const {hasLanguage, hasTitle, hasCanonical} = inspected
    // Nobody can say of a site without an address, or of a page that is there for all that are not, which address is the one.
    const hasAddress = path !== '/404.html' && read(isAddressKnown, null)
    return [
      ...(hasLanguage ? [] : ['language' as const]),
      ...(hasTitle ? [] : ['title' as const]),
      ...(hasCanonical || !hasAddress ? [] : ['canonical' as const])
    ].map((what) => missingInDocument(spotOf(template, undefined), path, what))
  }
}

/**
 * Reports what is wrong with the elements that a component makes around what an author wrote, at its template.
 *
 * Diagnostics: `render/duplicate-id`, `render/nested-interactive`, `render/unclosed-element`, `render/block-in-paragraph` and
 * `render/missing-alt`.
 *
 * @returns
 *   The ids that it makes.
 */
export function checkAround({report}: Reporting, {inside, ...made}: MadeAround): ReadonlySet<string> {
  const {faults, ids} = inspectAround(made.html, inside)
  report(faults.map((fault) => problemOfTemplate(made, fault)))
  return ids
}

function problemOfTemplate({template, path}: MadeHtml, fault: HtmlFault): Diagnostic {
  if (fault.kind === 'duplicate-id') return duplicateId(spotOf(template, fault.id), path, fault.id)
  if (fault.kind === 'nested') return nestedInteractive(spotOf(template, undefined), path, fault)
  if (fault.kind === 'unclosed') return unclosedElement(spotOf(template, undefined), path, fault.name)
  if (fault.kind === 'block') return blockInParagraph(spotOf(template, undefined), path, fault.name)
  return missingTemplateAlt(spotOf(template, fault.address), path, fault.address)
}

function spotOf(
  {file, find}: MadeHtml['template'],
  literal: string | undefined
): Pick<Diagnostic, 'file' | 'place'> {
  return (literal === undefined ? undefined : find?.(literal)) ?? {file}
}

function keyOf(fault: HtmlFault): string {
  return JSON.stringify(fault)
}
