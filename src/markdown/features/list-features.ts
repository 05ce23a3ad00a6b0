import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import {callouts} from './callouts.ts'
import {checkCode} from './check-code.ts'
import {codeGroups} from './code-groups.ts'
import {definitionLists} from './definition-lists.ts'
import {directives} from './directives.ts'
import type {Feature} from './feature.ts'
import {figuresFeature} from './figures.ts'
import {highlightCode, plainCode} from './highlight-code.ts'
import {mathFeature} from './math.ts'
import {mermaid} from './mermaid.ts'
import {proseFeature} from './prose.ts'
import {shortcodes} from './shortcodes.ts'
import {tables} from './tables.ts'
import {taskLists} from './task-lists.ts'
import {wikilinks} from './wikilinks.ts'

/** The features that are switched on, in the order in which they change nodes of the same type. */
export function listFeatures({
  features,
  remarkPlugins
}: Pick<MarkdownOptions, 'features' | 'remarkPlugins'>): ReadonlyArray<Feature> {
  const prose = proseFeature(features)
  return [
    // Before blocks of text become something else, which is not changed again.
    ...(prose === undefined ? [] : [prose]),
    ...(features.callouts ? [callouts] : []),
    // The group is a directive that calls no component.
    ...(features.directives ? [codeGroups, directives] : []),
    ...(features.shortcodes ? [shortcodes({hasCallouts: features.callouts})] : []),
    // Before texts change that have names of pages in them.
    ...(features.wikilinks ? [wikilinks] : []),
    ...(features.definitionLists ? [definitionLists] : []),
    ...(features.figures ? [figuresFeature(features)] : []),
    ...(features.tables ? [tables] : []),
    ...(features.taskLists ? [taskLists] : []),
    ...(features.mermaid ? [mermaid] : []),
    mathFeature(),
    ...(features.checkCode ? [checkCode] : []),
    // After those that take code for something else, such as diagrams.
    features.highlight === false ? plainCode : highlightCode(features, {isMade: remarkPlugins.length > 0})
  ]
}
