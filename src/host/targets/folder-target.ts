import type {DeployTarget, Presence} from '#src/model/deployment.ts'
import {recordFile} from '#src/model/deployment.ts'
import type {OutputFolder} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {hashOf} from '../built-files.ts'
import {outputFolder} from '../output-folder.ts'

/**
 * A folder at an absolute path, in which each file is replaced in one step.
 *
 * @param built
 *   Where the site was built.
 */
export function folderTarget(path: string, built: OutputFolder): DeployTarget {
  const folder = outputFolder(path)
  return {
    name: path,
    async look(files) {
      folder.discardStaged()
      const hashes = new Map<string, string>(files.map((file) => [file.path, file.hash]))
      const record = folder.read(recordFile as OutputPath)
      const others = folder.list().filter((name) => name !== recordFile)
      const present = new Map(others.map((name) => [name, presenceOf(name, hashes.get(name))]))
      return {present, ...(record === undefined ? {} : {record: new TextDecoder().decode(record)})}
    },
    fetch: async () => (name) => folder.read(name as OutputPath) ?? new Uint8Array(),
    async put(files, onDone) {
      for (const file of files) {
        replace(file.path, built.read(file.path as OutputPath) ?? new Uint8Array())
        onDone(file)
      }
    },
    async remove(paths) {
      for (const name of paths) folder.remove(name as OutputPath)
    },
    async keepRecord(record) {
      replace(recordFile, record)
    },
    finish: async () => 'shown',
    close: () => folder.discardStaged()
  }

  function presenceOf(name: OutputPath, hash: string | undefined): Presence {
    // A link is replaced by the file, not followed.
    if (hash === undefined || folder.stamp(name) === undefined) return 'other'
    const bytes = folder.read(name)
    return bytes !== undefined && hashOf(bytes) === hash ? 'same' : 'other'
  }

  function replace(name: string, content: string | Uint8Array): void {
    folder.stage(name as OutputPath, content)
    for (const {problem} of folder.publish()) if (problem !== undefined) throw problem
  }
}
