import type {MarkdownFeatures} from '#src/model/markdown-options.ts'
import {callouts} from './callouts.ts'
import {directives} from './directives.ts'
import type {Feature} from './feature.ts'
import {figures} from './figures.ts'
import {tables} from './tables.ts'

/** The features that are switched on, in the order in which they change nodes of the same type. */
export function listFeatures({features}: {readonly features: MarkdownFeatures}): ReadonlyArray<Feature> {
  return [
    ...(features.callouts ? [callouts] : []),
    ...(features.directives ? [directives] : []),
    ...(features.figures ? [figures] : []),
    ...(features.tables ? [tables] : [])
  ]
}
