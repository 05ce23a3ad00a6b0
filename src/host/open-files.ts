import {closeSync, openSync, readSync} from 'node:fs'

/** Files that are read from in parts, each held open for the next. */
export interface OpenFiles {
  /** `undefined` when there is no such file, or it does not have all of the part. */
  readonly read: (name: string, offset: number, length: number) => Uint8Array | undefined
  readonly release: () => void
}

/** More are not held open at once: systems allow some hundreds. */
const openMax = 64

/**
 * Opens files when they are first read from.
 *
 * @param candidatesOf
 *   Absolute paths of a name: the first that can be opened is read.
 */
export function openFiles(candidatesOf: (name: string) => ReadonlyArray<string>): OpenFiles {
  const descriptors = new Map<string, number>()
  return {
    read(name, offset, length) {
      try {
        const descriptor = descriptors.get(name) ?? open(name)
        if (descriptor === undefined) return undefined
        const bytes = new Uint8Array(length)
        return readSync(descriptor, bytes, 0, length, offset) === length ? bytes : undefined
      } catch {
        return undefined
      }
    },
    release
  }

  function open(name: string): number | undefined {
    if (descriptors.size >= openMax) release()
    for (const path of candidatesOf(name)) {
      const descriptor = openIfPossible(path)
      if (descriptor === undefined) continue
      descriptors.set(name, descriptor)
      return descriptor
    }
    return undefined
  }

  function release(): void {
    for (const descriptor of descriptors.values()) closeSync(descriptor)
    descriptors.clear()
  }
}

function openIfPossible(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch {
    return undefined
  }
}
