import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {inIncluded} from '#src/diagnostics/in-included.ts'
import type {Query, QueryContext} from '#src/graph/query.ts'
import {isDangerousUrl} from '#src/markdown/dangerous-url.ts'
import {rebaseUrl} from '#src/markdown/includes/rebase-url.ts'
import {calloutKinds} from '#src/model/callout-kinds.ts'
import type {ComponentView} from '#src/model/component.ts'
import type {ComponentSlot} from '#src/model/fragment.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {JsonObject, JsonValue} from '#src/model/json.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {Html} from '#src/model/view.ts'
import {isAttributeTable} from '#src/render/attribute-table.ts'
import {
  badAttributeTable,
  type CallSpot,
  componentFailed,
  containerAlone,
  dangerousAttribute,
  repeatsTooMuch,
  unknownComponent
} from '#src/render/component-messages.ts'
import {duplicateId} from '#src/render/html-messages.ts'
import {tagsOf} from '#src/render/html-tags.ts'
import type {SlotFillers} from '#src/render/join-fragment.ts'
import {type AttributeValues, readAttributes} from '#src/render/read-attributes.ts'
import {renderComponent} from '#src/render/render-component.ts'
import {showWritten, wrapUnknown} from '#src/render/wrap-unknown.ts'
import {isElsewhere} from '#src/routing/resolve-reference.ts'
import {checkAround} from './check-html.ts'
import {frontMatter} from './defaults.ts'
import {isOfEngine} from './engine-errors.ts'
import {componentInput, componentsInput} from './inputs.ts'
import {type AddressNotes, noteAddresses} from './links/address-notes.ts'
import {checkAddresses} from './links/check-addresses.ts'
import {basePath, unknownComponents, unknownShortcodes} from './settings.ts'
import {siteQuestionsOf} from './site-questions.ts'

/** A text that is being put together. */
export interface OpenText {
  readonly source: SourcePath
  /** Address of the page that shows it. */
  readonly route: RoutePath
  /** What addresses begin with. */
  readonly base: Query<null, string>
  /** The address of a reference in this text. */
  readonly reference: SlotFillers['reference']
}

/**
 * Renders the components of one text. What an author wrote inside of one that cannot be rendered is kept.
 *
 * Diagnostics: `render/unknown-component`, `render/container-alone`, `render/bad-attribute-table`, `render/dangerous-url`, `render/component-failed`,
 * `render/repeats-too-much`, and those of `readAttributes` and `checkAround`.
 */
export function componentFiller(context: QueryContext, given: OpenText): SlotFillers['component'] {
  const {read} = context
  const notes = noteAddresses()
  const madeIds = new Set<string>()
  let repeatedLength = 0
  const text = withNotes(given, notes)
  let view: ComponentView | undefined
  return (slot, children) => {
    const tell = (found: ReadonlyArray<Diagnostic>): void =>
      context.report(found.map((diagnostic) => inIncluded(diagnostic, slot.from)))
    const spot = {file: text.source, component: slot.component, place: slot.place}
    const component = read(componentInput, slot.component)
    if (component === undefined) {
      if (slot.written !== undefined && read(unknownShortcodes, null) === 'text') {
        return showWritten(slot.written, children)
      }
      const isError = slot.written !== undefined || read(unknownComponents, null) === 'error'
      const severity = isError ? 'error' : 'warning'
      const known = [...(read(componentsInput, null) ?? []), ...calloutKinds]
      const isContainer = containerNames.has(slot.component) && slot.written === undefined
      tell([isContainer ? containerAlone(spot, severity) : unknownComponent(spot, severity, known)])
      return wrapUnknown(slot, children)
    }
    const values = valuesOf({...context, report: tell}, component, slot, text)
    if (values === undefined) return wrapUnknown(slot, children)
    view ??= viewOf(context, text, notes)
    return rendered({...values, view}, spot, component) ?? wrapUnknown(slot, children)

    function rendered(props: object, at: CallSpot, template: LoadedTemplate): Html | undefined {
      const {render, file, locate} = template
      try {
        const repeatedMax = repeatedLengthMax - repeatedLength
        const made = renderComponent(render, props, {children, repeatedMax})
        if (made === undefined) {
          // Told of once: all around it would come to more.
          if (repeatedLength < repeatedLengthMax) tell([repeatsTooMuch(at, repeatedLengthMax)])
          repeatedLength = repeatedLengthMax
          return emptyHtml
        }
        repeatedLength += made.repeatedLength
        const {html, own} = made
        if (text.base === basePath) {
          const around = {html: own, template, path: text.route}
          checkAddresses(context, {...around, tags: tagsOf(own), notes})
          for (const id of checkAround(context, {...around, inside: children})) {
            if (madeIds.has(id)) tell([duplicateId({file: at.file, place: at.place}, text.route, id)])
            madeIds.add(id)
          }
        }
        return html
      } catch (problem) {
        if (isOfEngine(problem)) throw problem
        const cause = problem instanceof Error ? problem.message : String(problem)
        tell([componentFailed(at, file, cause, locate?.(problem))])
        return undefined
      }
    }
  }
}

/** Characters of one text that its components may show more than once: twice as many as a text may have. */
const repeatedLengthMax = 10_000_000

const emptyHtml = '' as Html

/** The text; what is answered to authors' references is noted, since who answers reports them. */
function withNotes(text: OpenText, {answered}: AddressNotes): OpenText {
  return {
    ...text,
    reference(slot) {
      const address = text.reference(slot)
      if (address !== undefined) answered.add(address)
      return address
    }
  }
}

function viewOf(context: QueryContext, {source, base}: OpenText, notes: AddressNotes): ComponentView {
  const {read} = context
  const questions = siteQuestionsOf(context, base, notes)
  const param: ComponentView['param'] = (name) => {
    const path = name.split('.')
    const own = read(frontMatter, source)?.frontMatter.params
    return valueAt(own, path) ?? valueAt(questions.site().params, path)
  }
  return Object.freeze({...questions, param})
}

/** A value within others; `undefined` where there is none. */
function valueAt(value: JsonValue | undefined, path: ReadonlyArray<string>): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((outer, name) => {
    const isObject = typeof outer === 'object' && outer !== null && !Array.isArray(outer)
    return isObject ? ownValue(outer as JsonObject, name) : undefined
  }, value)
}

/** What directives call without a component, with three colons alone. */
const containerNames: ReadonlySet<string> = new Set([...calloutKinds, 'code-group'])

/** The attributes of a call; `undefined` when some are wrong, which is reported. */
function valuesOf(
  {report}: QueryContext,
  {file: template, attributes: table}: LoadedTemplate,
  slot: ComponentSlot,
  {source: file, reference}: OpenText
): AttributeValues | undefined {
  if (table !== undefined && !isAttributeTable(table)) {
    report([badAttributeTable(template, table)])
    return undefined
  }
  const {component, place, from} = slot
  const {value, diagnostics} = readAttributes(slot, {file, table, toUrl})
  report(diagnostics)
  return diagnostics.length > 0 ? undefined : value

  function toUrl({name, value, place: own = place}: ComponentSlot['attributes'][number]): string | undefined {
    const address = value.trim()
    if (isDangerousUrl(address, {tagName: 'a', attribute: 'href'})) {
      report([dangerousAttribute({file, component, place: own}, name, value)])
      return undefined
    }
    if (address === '' || isElsewhere(address)) return address
    const target = rebaseUrl(address, from?.path ?? file, file)
    return reference({
      reference: target,
      role: 'asset',
      ...(own === undefined ? {} : {place: own}),
      ...(from === undefined ? {} : {from})
    })
  }
}
