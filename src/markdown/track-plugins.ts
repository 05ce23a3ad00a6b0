import type {Pluggable, PluggableList} from 'unified'
import type {Node} from 'unist'
import type {VFile} from 'vfile'
import {notesOf} from './notes.ts'

/** Holds the name of the plugin that is being attached. */
export interface Attaching {
  plugin?: string
}

type Tracker = () => (tree: Node, file: VFile) => void

/**
 * `plugins` with a step before each that notes its name, so that an exception can be attributed.
 *
 * @param attaching
 *   Receives the name while the plugins are attached; the notes of the file do while they run.
 */
export function trackPlugins(plugins: ReadonlyArray<Pluggable>, attaching: Attaching): PluggableList {
  return [...plugins.flatMap((plugin) => trackPlugin(plugin, attaching)), tracker(undefined, attaching)]
}

function trackPlugin(plugin: Pluggable, attaching: Attaching): PluggableList {
  if (typeof plugin === 'function') return [tracker(plugin.name, attaching), plugin]
  if (Array.isArray(plugin)) return [tracker(plugin[0].name, attaching), plugin]
  return [{...plugin, plugins: (plugin.plugins ?? []).flatMap((inner) => trackPlugin(inner, attaching))}]
}

/** A new function each time: unified takes the same function for the same plugin and would keep one only. */
function tracker(name: string | undefined, attaching: Attaching): Tracker {
  return () => {
    enter(attaching, name)
    return (_, file) => {
      const notes = notesOf(file)
      enter(notes, name)
      // `process` does not give the file back when a plugin throws, but what was reported before must not be lost.
      notes.messages = file.messages
    }
  }
}

function enter(record: {plugin?: string}, name: string | undefined): void {
  if (name === undefined) delete record.plugin
  else record.plugin = name === '' ? 'unnamed' : name
}
