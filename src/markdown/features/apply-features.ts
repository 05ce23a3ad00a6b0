import type {Nodes, Parents, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {notesOf} from '../notes.ts'
import type {Change, ChangeContext, Feature} from './feature.ts'
import {joinTexts} from './join-texts.ts'

/** Applies features to a tree, once for each file. */
export type ApplyFeatures = (tree: Root, file: VFile) => Promise<undefined> | undefined

/** One pass over a tree for all features; those that change the same type of nodes do so in their order. */
export function featurePass(features: ReadonlyArray<Feature>): ApplyFeatures {
  const changes = changesByType(features)
  const preparing = features.filter(({prepare}) => prepare !== undefined)
  return (tree, file) => {
    const notes = notesOf(file)
    if (notes.areFeaturesApplied === true) return undefined
    notes.areFeaturesApplied = true
    const context = {notes, text: String(file.value)}
    const waits = preparing.map(({prepare}) => prepare?.(tree, file)).filter((wait) => wait !== undefined)
    if (waits.length === 0) return changeChildren(tree, changes, context)
    return Promise.all(waits).then(() => changeChildren(tree, changes, context))
  }
}

type ChangesByType = ReadonlyMap<string, ReadonlyArray<Change<Nodes>>>

function changesByType(features: ReadonlyArray<Feature>): ChangesByType {
  const changes = new Map<string, Array<Change<Nodes>>>()
  for (const feature of features) {
    for (const [type, change] of Object.entries(feature.changes)) {
      // The key says of which type the nodes are that the change is given.
      changes.set(type, [...(changes.get(type) ?? []), change as Change<Nodes>])
    }
  }
  return changes
}

/** Children first, so that what is made of a node is not changed again. */
function changeChildren(parent: Parents, changes: ChangesByType, context: ChangeContext): undefined {
  let changed: Array<RootContent> | undefined
  const children: ReadonlyArray<RootContent> = parent.children
  // By index: `entries()` makes a pair for each of the hundreds of nodes.
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as RootContent
    if ('children' in child) changeChildren(child, changes, context)
    const made = changeNode(child, changes, context)
    if (made !== undefined) changed ??= children.slice(0, index)
    if (changed === undefined) continue
    if (made === undefined) changed.push(child)
    else changed.push(...made)
  }
  // A feature puts nodes only where they may stand.
  if (changed !== undefined) parent.children = joinTexts(changed) as typeof parent.children
}

function changeNode(
  node: RootContent,
  changes: ChangesByType,
  context: ChangeContext
): ReadonlyArray<RootContent> | undefined {
  const own = changes.get(node.type)
  if (own === undefined) return undefined
  let made: ReadonlyArray<RootContent> | undefined
  for (const change of own) {
    if (made === undefined) made = change(node, context)
    else made = made.flatMap((each) => (each.type === node.type && change(each, context)) || [each])
  }
  return made?.length === 1 && made[0] === node ? undefined : made
}
