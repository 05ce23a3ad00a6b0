import type {NotFoundView} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from './partials/phrases.ts'
import {Shell} from './partials/shell.tsx'

/** What the server answers where there is no page. */
export default function NotFound({path, view}: NotFoundView): VNode {
  const phrases = phrasesIn(view.site().language)
  return (
    <Shell view={view} path={path} metadata={{title: phrases.notFound}}>
      <div class="list">
        <header class="listing-header">
          <h1>{phrases.notFound}</h1>
          <p class="lead">{phrases.notFoundText}</p>
        </header>
        <p>
          <a href={view.href('/')}>{phrases.toHome}</a>
        </p>
      </div>
    </Shell>
  )
}
