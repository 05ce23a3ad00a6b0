import type {Element, Nodes} from 'hast'
import type {JsonObject} from '#src/model/json.ts'
import {memoryTemplates} from './memory-templates.ts'
import {contentFilesOf, type SiteModel} from './model.ts'
import type {SiteState} from './world.ts'

/** A model as a host in memory takes it. */
export function memoryState(model: SiteModel): SiteState {
  return {
    files: contentFilesOf(model),
    options: model.options,
    day: model.day,
    config: model.shout === '' ? model.config : withPlugin(model.config, model.shout),
    templates: memoryTemplates(model.templates)
  }
}

function withPlugin(config: JsonObject, mark: string): unknown {
  // The mark is an option of the plugin: a host in memory cannot tell functions apart by what they close over.
  return {...config, plugins: [{name: 'shout', version: '1', rehypePlugins: [[shout, {mark}]]}]}
}

function shout({mark}: {readonly mark: string}): (tree: Nodes) => void {
  return visit

  function visit(node: Nodes): void {
    if (!('children' in node)) return
    if (isStrong(node)) node.children.push({type: 'text', value: mark})
    for (const child of node.children) visit(child)
  }
}

function isStrong(node: Nodes): node is Element {
  return node.type === 'element' && node.tagName === 'strong'
}
