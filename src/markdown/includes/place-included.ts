import type {Checked, Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {type IncludedFrom, inIncluded} from '#src/diagnostics/in-included.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {CompiledBody, Facts} from '#src/model/document.ts'
import type {Fragment, Slot} from '#src/model/fragment.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {JoinedLine} from './joined-text.ts'
import {placeInFile} from './place-in-file.ts'

interface Included {
  readonly from?: IncludedFrom<SourcePath>
}

/**
 * What a joined text was compiled to, with places in the files that its lines are from. What needs a package has the place of the include in the article.
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
      facts: {...facts, externalLinks: facts.externalLinks.map(spotted), ...placedPackages(facts)}
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
    if ('reference' in slot) return spotted(slot)
    const attributes = slot.attributes.map((attribute) => {
      // Which file it is in, the call tells.
      const {from: _, ...own} = spotted(attribute)
      return own
    })
    return {...spotted(slot), attributes, children: placeFragment(slot.children)}
  }

  function placeDiagnostic(diagnostic: Diagnostic): Diagnostic {
    const {from, ...found} = spotted(diagnostic)
    return inIncluded({...found, ...placedSilence(diagnostic)}, from)
  }

  /** What an ignore is for, in the file that has it: of a block that this file includes itself, no line is known there. */
  function placedSilence({place, silences}: Diagnostic): Pick<Diagnostic, 'silences'> {
    if (silences?.lines === undefined) return {}
    const path = lineOf(place)?.path
    const first = ownLine(silences.lines.first) ?? silences.lines.first
    const last = ownLine(silences.lines.last) ?? first
    return {silences: {...silences, lines: {first, last}}}

    function ownLine(number: number): number | undefined {
      const line = lines[number - 1]
      if (path === undefined) return line?.line
      return line?.path === path ? line.lineInFile : undefined
    }
  }

  /** With its place in the file that it is from. */
  function spotted<Item extends {readonly place?: Place}>(item: Item): Item & Included {
    const {place: before, ...rest} = item
    const line = lineOf(before)
    if (before === undefined || line?.path === undefined) return placed(item)
    const place = placeInFile(before, (number) => lines[number - 1])
    return {...(rest as Item), ...(place && {place}), from: {path: line.path, includedAt: line.line}}
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
