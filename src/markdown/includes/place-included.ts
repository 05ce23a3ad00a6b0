import type {Checked, Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {inIncluded} from '#src/diagnostics/in-included.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {CompiledBody, Facts} from '#src/model/document.ts'
import type {Fragment, Slot} from '#src/model/fragment.ts'
import type {JoinedLine} from './joined-text.ts'

/**
 * What a joined text was compiled to, with places in the article: what is in an included file has the place of the include, and its
 * diagnostics name the file.
 */
export function placeIncluded(
  {value, diagnostics}: Checked<CompiledBody>,
  lines: ReadonlyArray<JoinedLine>
): Checked<CompiledBody> {
  const {body, excerpt, facts} = value
  return {
    value: {
      body: placeFragment(body),
      excerpt: placeFragment(excerpt),
      facts: {...facts, externalLinks: facts.externalLinks.map(placed), ...placedPackages(facts)}
    },
    diagnostics: orderDiagnostics(diagnostics.map(placeDiagnostic))
  }

  function placedPackages({packagePlaces}: Facts): Pick<Facts, 'packagePlaces'> {
    if (packagePlaces === undefined) return {}
    const entries = Object.entries(packagePlaces).flatMap(([name, at]) => {
      const {place} = placed({place: at})
      return place === undefined ? [] : [[name, place] as const]
    })
    return {packagePlaces: Object.fromEntries(entries)}
  }

  function placeFragment({chunks, slots}: Fragment): Fragment {
    return {chunks, slots: slots.map(placeSlot)}
  }

  function placeSlot(slot: Slot): Slot {
    if ('sizeOf' in slot) return slot
    const {path, lineInFile} = lineOf(slot.place) ?? {}
    const fromLine = lineInFile === undefined ? {} : {fromLine: lineInFile}
    const from = path === undefined ? {} : {from: path, ...fromLine}
    if ('reference' in slot) return {...placed(slot), ...from}
    const [attributes, children] = [slot.attributes.map(placed), placeFragment(slot.children)]
    return {...placed(slot), attributes, children, ...from}
  }

  function placeDiagnostic(diagnostic: Diagnostic): Diagnostic {
    const {path, lineInFile} = lineOf(diagnostic.place) ?? {}
    return inIncluded({...placed(diagnostic), ...placedSilence(diagnostic)}, path, lineInFile)
  }

  function placedSilence({silences}: Diagnostic): Pick<Diagnostic, 'silences'> {
    if (silences?.lines === undefined) return {}
    const {first, last} = silences.lines
    const lineInArticle = (line: number): number => lines[line - 1]?.line ?? line
    return {silences: {...silences, lines: {first: lineInArticle(first), last: lineInArticle(last)}}}
  }

  function placed<Item extends {readonly place?: Place}>(item: Item): Item {
    const {place: before, ...rest} = item
    const line = lineOf(before)
    if (before === undefined || line === undefined) return item
    const place = line.path === undefined ? moveUp(before, line) : line.place
    return {...item, ...rest, ...(place === undefined ? {} : {place})}
  }

  function lineOf(place: Place | undefined): JoinedLine | undefined {
    return place && lines[place.line - 1]
  }

  /** A place may begin before an include and end behind it. */
  function moveUp(place: Place, {line}: JoinedLine): Place {
    const last = lines[place.endLine - 1]
    const endColumn = last?.path === undefined ? place.endColumn : (last.place?.endColumn ?? place.column)
    return {...place, line, endLine: last?.line ?? line, endColumn}
  }
}
