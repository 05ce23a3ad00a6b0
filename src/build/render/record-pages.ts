import type {Query} from '#src/graph/query.ts'
import {type Recorder, startSpan} from '#src/model/recorder.ts'
import type {RoutePath} from '#src/model/route.ts'
import {templateInput} from '../queries/inputs.ts'
import {rendered} from '../queries/rendered.ts'
import {routeAt} from '../queries/site-routes.ts'

/**
 * `queries`, of which the one that renders tells the recorder of each page, with the kind of its route and the template that it
 * read. Copied files are no pages.
 */
export function recordPages(
  queries: ReadonlyArray<Query<never, unknown>>,
  recorder: Recorder | undefined
): ReadonlyArray<Query<never, unknown>> {
  if (recorder === undefined) return queries
  return queries.map((query) => (query.name === rendered.name ? recordedOutput(recorder) : query))
}

function recordedOutput(recorder: Recorder): Query<RoutePath, unknown> {
  return {
    ...rendered,
    run(context, path) {
      const end = startSpan(recorder)
      let template: string | undefined
      const made = rendered.run?.(
        {
          ...context,
          read(query, argument) {
            if (query.name === templateInput.name) template = String(argument)
            return context.read(query, argument)
          }
        },
        path
      )
      const kind = context.read(routeAt, path)?.kind
      if (kind === undefined || kind === 'asset') return made
      const args = {kind, ...(template === undefined ? {} : {template})}
      end({category: 'page', name: path, args})
      return made
    }
  }
}
