import type {Questions, Term} from 'galley'
import {sectionsAround} from '../docs/breadcrumbs.tsx'
import type {Metadata} from './metadata.ts'

/** A page on the way to another one. */
export interface Step {
  readonly title: string
  /** Route path. */
  readonly path: string
}

/** The way from the home page to a page, both included; empty for pages that are on no way. */
export function trailTo(view: Questions, {page, section, term}: Metadata): ReadonlyArray<Step> {
  const home = {title: view.site().title, path: '/'}
  if (page !== undefined) return [home, ...sectionsTo(view, page.section), page]
  if (term !== undefined) return [home, taxonomyOf(view, term), term]
  return section === undefined || section.name === '' ? [] : [home, ...sectionsTo(view, section.name)]
}

/** The sections around a section, from the outermost one on, and itself. */
function sectionsTo(view: Questions, name: string): ReadonlyArray<Step> {
  return sectionsAround(name).flatMap((around) => view.section(around) ?? [])
}

function taxonomyOf(view: Questions, {taxonomy, path}: Term): Step {
  return {title: view.taxonomyTitle(taxonomy), path: path.replace(/[^/]+\/$/, '')}
}
