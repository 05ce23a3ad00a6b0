import type {Query} from '#src/graph/query.ts'
import * as inputs from './inputs.ts'
import * as listings from './listings.ts'
import * as output from './output.ts'
import * as pages from './pages.ts'
import * as questions from './questions.ts'
import * as routes from './routes.ts'
import * as text from './text.ts'

const modules = [inputs, pages, listings, routes, text, questions, output]

/** Every query of a site: what a trace may name. A query takes part by being exported from its file. */
export const allQueries: ReadonlyArray<Query<never, unknown>> = modules.flatMap((module) =>
  Object.values(module).filter(isQuery)
)

function isQuery(value: unknown): value is Query<never, unknown> {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}
