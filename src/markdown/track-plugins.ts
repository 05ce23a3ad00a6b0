import type {Pluggable, PluggableList} from 'unified'
import type {Node} from 'unist'
import type {VFile} from 'vfile'
import {type Recorder, startSpan} from '#src/model/recorder.ts'
import {type Notes, notesOf} from './notes.ts'

/** Holds the name of the plugin that is being attached. */
export interface Attaching {
  plugin?: string
}

type Tracker = () => (tree: Node, file: VFile) => void

/**
 * `plugins` with a step before each that notes its name, so that an exception can be attributed, and the time that it takes.
 *
 * @param attaching
 *   Receives the name while the plugins are attached; the notes of the file do while they run.
 * @param recorder
 *   Told of each plugin that has run, for each file; one that throws is not among them.
 */
export function trackPlugins(
  plugins: ReadonlyArray<Pluggable>,
  attaching: Attaching,
  recorder: Recorder | undefined
): PluggableList {
  return [...plugins.flatMap(trackPlugin), tracker(undefined)]

  function trackPlugin(plugin: Pluggable): PluggableList {
    if (typeof plugin === 'function') return [tracker(plugin.name), plugin]
    if (Array.isArray(plugin)) return [tracker(plugin[0].name), plugin]
    return [{...plugin, plugins: (plugin.plugins ?? []).flatMap(trackPlugin)}]
  }

  /** A new function each time: unified takes the same function for the same plugin and would keep one only. */
  function tracker(name: string | undefined): Tracker {
    return () => {
      enter(attaching, name)
      return (_, file) => {
        const notes = notesOf(file)
        endPlugin(notes)
        enter(notes, name)
        // `process` does not give the file back when a plugin throws, but what was reported before must not be lost.
        notes.messages = file.messages
        if (recorder !== undefined && name !== undefined) notes.endPlugin = startSpan(recorder)
      }
    }
  }
}

function endPlugin(notes: Notes): void {
  const {file, plugin} = notes
  if (plugin !== undefined) notes.endPlugin?.({category: 'plugin', name: plugin, args: {article: file}})
  delete notes.endPlugin
}

function enter(record: {plugin?: string}, name: string | undefined): void {
  if (name === undefined) delete record.plugin
  else record.plugin = name === '' ? 'unnamed' : name
}
