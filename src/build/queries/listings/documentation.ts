import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import {isDocumentation} from '#src/site/is-documentation.ts'
import {cascade} from '../defaults.ts'
import {sections} from '../publishing.ts'

/** Names of the sections that are documentation, those below them too unless they have another layout. */
export const documentation: Query<null, ReadonlyArray<string>> = defineStoredQuery(
  'documentation',
  ({read}) => read(sections, null).filter((name) => isDocumentation(name, read(cascade, name).layout))
)
