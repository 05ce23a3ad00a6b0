import {closest} from '#src/diagnostics/closest.ts'
import type {Diagnostic, Place, Severity} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'
import {type CodePlace, thrownAt} from '#src/model/code-place.ts'
import type {AttributeType} from '#src/model/component.ts'
import {findWrongEntry, isReserved} from './attribute-table.ts'

/** Where an article calls a component. */
export interface CallSpot {
  /** Path of the article. */
  readonly file: string
  /** Name of the component. */
  readonly component: string
  /** Of the call, or of one of its attributes. */
  readonly place: Place | undefined
}

/** A component that the site does not have: `:::nte`. */
export function unknownComponent(
  {file, component, place}: CallSpot,
  severity: Severity,
  known: ReadonlyArray<string>
): Diagnostic {
  const intended = closest(component, known)
  return {
    code: 'render/unknown-component',
    severity,
    reason: `Expected the name of a component, found \`${component}\``,
    file,
    ...(place === undefined ? {} : {place}),
    hint:
      intended === undefined
        ? `Write \`templates/components/${component}.tsx\` to have this one${severity === 'error' ? '' : '; its content is kept in an element of that class'}`
        : `Did you mean \`${intended}\`?`
  }
}

/** A name that only a container has, with fewer colons: `:tip[x]`. */
export function containerAlone({file, component, place}: CallSpot, severity: Severity): Diagnostic {
  return {
    code: 'render/container-alone',
    severity,
    reason: `Expected a container \`:::${component}\`, found its name with fewer colons`,
    file,
    ...(place === undefined ? {} : {place}),
    hint: `Write \`:::${component}\` in a line before the content, and \`:::\` in one behind it`
  }
}

/** A component without what it cannot do without. */
export function missingAttribute(spot: CallSpot, name: string): Diagnostic {
  const {component} = spot
  return errorAt(
    spot,
    'render/missing-attribute',
    `Expected an attribute \`${name}\` of \`${component}\`, found none`
  )
}

/** An attribute that the component does not know: `scr="a.png"`. */
export function unknownAttribute(spot: CallSpot, name: string, known: ReadonlyArray<string>): Diagnostic {
  const intended = closest(name, known)
  return errorAt(
    spot,
    'render/unknown-attribute',
    `Expected an attribute of \`${spot.component}\`, found \`${name}\``,
    intended === undefined
      ? `There are ${known.map((word) => `\`${word}\``).join(', ')}`
      : `Did you mean \`${intended}\`?`
  )
}

const expectations: {readonly [Type in Extract<AttributeType, string>]: string} = {
  text: 'text',
  'text?': 'text',
  url: 'an address',
  'url?': 'an address',
  number: 'a number',
  'number?': 'a number',
  flag: 'the name alone, `true` or `false`'
}

/** An attribute of the wrong type: `width="wide"`. */
export function wrongAttribute(spot: CallSpot, name: string, value: string, type: AttributeType): Diagnostic {
  const expected =
    typeof type === 'string' ? expectations[type] : `one of ${type.map((word) => `\`${word}\``).join(', ')}`
  const intended = typeof type === 'string' ? undefined : closest(value, type)
  return errorAt(
    spot,
    'render/wrong-attribute',
    `Expected ${expected} for \`${name}\` of \`${spot.component}\`, found \`${value}\``,
    intended === undefined ? undefined : `Did you mean \`${intended}\`?`
  )
}

/** An address that could run a script: `src="javascript:…"`. */
export function dangerousAttribute(spot: CallSpot, name: string, value: string): Diagnostic {
  return errorAt(
    spot,
    'render/dangerous-url',
    `Expected an address without code for \`${name}\` of \`${spot.component}\`, found \`${value}\``
  )
}

/** A component whose export `attributes` is no table of types. */
export function badAttributeTable(file: string, table: unknown): Diagnostic {
  const wrong = findWrongEntry(table)
  return errorAt(
    {file},
    'render/bad-attribute-table',
    wrong === undefined
      ? 'Expected a table of types by name as the export `attributes`, found something else'
      : isReserved(wrong.name)
        ? `Expected another name in the export \`attributes\`, found \`${wrong.name}\`, which every component has`
        : `Expected a type for \`${wrong.name}\` in the export \`attributes\`, found \`${JSON.stringify(wrong.type) ?? typeof wrong.type}\``,
    "There are `'text'`, `'url'` and `'number'`, each with `?` where it may be missing, `'flag'`, and lists of words; `id`, `class`, `children` and `view` are always there"
  )
}

/** Components that show what is inside of them so often that it comes to more than any page has. */
export function repeatsTooMuch(spot: CallSpot, charactersMax: number): Diagnostic {
  return errorAt(
    spot,
    'render/repeats-too-much',
    `Expected components of a text to repeat ${charactersMax} characters of what is inside of them at most, found that \`${spot.component}\` comes to more`,
    'One that shows its `children` twice, put into itself again and again, makes a power of two of them'
  )
}

/** A component that threw, and where in the code of the site, if that is known. */
export function componentFailed(
  spot: CallSpot,
  template: string,
  problem: string,
  origin: CodePlace | undefined
): Diagnostic {
  return errorAt(
    spot,
    'render/component-failed',
    `Expected HTML from \`${template}\`, but it failed: ${problem}`,
    origin && thrownAt(origin)
  )
}
