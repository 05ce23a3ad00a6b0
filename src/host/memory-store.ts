import {Buffer} from 'node:buffer'
import type {Store} from '#src/model/store.ts'
import {toBytes} from './to-bytes.ts'

/** A store in `files`, whose paths begin with `prefix`. */
export function memoryStore(files: Map<string, string | Uint8Array>, prefix: string): Store {
  /** What was appended to last, by path: as it is in `files`, and the room that it lies in. */
  const grown = new Map<string, {readonly content: Uint8Array; readonly room: Uint8Array}>()
  let freshCount = 0
  return {
    read,
    write: (name, parts) => void files.set(prefix + name, Buffer.concat(parts)),
    remove: (name) => void files.delete(prefix + name),
    list: (folder) => {
      const start = `${prefix}${folder}/`
      return [...files.keys()].flatMap((path) => (path.startsWith(start) ? [path.slice(start.length)] : []))
    },
    readPart(name, offset, length) {
      const part = read(name)?.subarray(offset, offset + length)
      return part?.length === length ? part : undefined
    },
    append(name, parts) {
      const before = read(name) ?? new Uint8Array()
      const added = Buffer.concat(parts)
      const size = before.length + added.length
      const last = grown.get(name)
      // Copying all that there is for each addition would take the square of the time.
      const hasRoom = last !== undefined && last.content === before && last.room.length >= size
      const room = hasRoom ? last.room : new Uint8Array(size * 2)
      if (!hasRoom) room.set(before)
      room.set(added, before.length)
      const content = room.subarray(0, size)
      grown.set(name, {content, room})
      files.set(prefix + name, content)
      return before.length
    },
    size: (name) => read(name)?.length ?? 0,
    freshName(folder, extension) {
      do freshCount++
      while (files.has(`${prefix}${folder}/${freshCount}${extension}`))
      return `${folder}/${freshCount}${extension}`
    },
    release: () => undefined,
    problem: () => undefined
  }

  function read(name: string): Uint8Array | undefined {
    const content = files.get(prefix + name)
    return content === undefined ? undefined : toBytes(content)
  }
}
