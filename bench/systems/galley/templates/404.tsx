import type {NotFoundView} from 'galley'
import type {VNode} from 'preact'
import {Layout} from './partials/layout.tsx'

/** What the server answers where there is no page. */
export default function NotFound({path, view}: NotFoundView): VNode {
  return (
    <Layout view={view} path={path} title="Page not found">
      <h1>Page not found</h1>
      <p>
        <a href={view.href('/')}>To the home page</a>
      </p>
    </Layout>
  )
}
