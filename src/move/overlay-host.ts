import type {FileEntry, Host} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'

/** The site of a host as it is when files have moved: for a look at what follows from that. Nothing is written. */
export async function withMoved(host: Host, moves: ReadonlyMap<SourcePath, SourcePath>): Promise<Host> {
  const origins = new Map([...moves].map(([from, to]) => [to as string, from]))
  return {
    ...(await host.scratch()),
    list: async (folder) => {
      const {value, diagnostics} = await host.list(folder)
      return {value: value.map(moved).sort((a, b) => (a.path < b.path ? -1 : 1)), diagnostics}
    },
    read: (path) => host.read(origins.get(path) ?? path)
  }

  function moved(entry: FileEntry): FileEntry {
    const path = moves.get(entry.path)
    return path === undefined ? entry : {...entry, path}
  }
}
