import {defaultRelated} from '#src/model/related.ts'
import {listOf, mappingOf, mappingOrFalse, numberWithin, oneOf, type Shape, wholeNumber} from './shape.ts'

/** Far more than any part could count. */
const weightMax = 100

const weight = numberWithin(0, weightMax)
const confidence = numberWithin(0, 1)

const minConfidence: Shape = (value, path) => {
  if (value === 'auto') return []
  if (typeof value === 'number') return confidence(value, path)
  return [{path, fault: {kind: 'type', expected: 'a number or `auto`'}}]
}

/** Shape of the setting `related`. */
export const related: Shape = mappingOrFalse(
  mappingOf({
    optional: {
      limit: wholeNumber(1),
      minConfidence,
      fields: mappingOf({optional: weightsOf(Object.keys(defaultRelated.fields))}),
      weights: mappingOf({optional: weightsOf(Object.keys(defaultRelated.weights))}),
      articlesMax: wholeNumber(1),
      exclude: listOf(oneOf(['linked', 'newer']))
    }
  })
)

function weightsOf(names: ReadonlyArray<string>): Readonly<Record<string, Shape>> {
  return Object.fromEntries(names.map((name) => [name, weight]))
}
