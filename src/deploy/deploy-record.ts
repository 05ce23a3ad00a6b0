/**
 * What Galley put to a target, by path: the hash of each file; empty for one that was about to be put there. Only these are ever
 * removed without being asked.
 */
export type DeployRecord = ReadonlyMap<string, string>

/** A record as text, one file a line, sorted: two of equal sites are equal. */
export function encodeRecord(record: DeployRecord): string {
  const lines = [...record.keys()]
    .sort()
    .map((path) => `${JSON.stringify(path)}: ${JSON.stringify(record.get(path))}`)
  return `{"format": ${format}, "files": {\n${lines.join(',\n')}\n}}\n`
}

/** The record of a text; empty where that is none, so that nothing is removed on a guess. */
export function parseRecord(text: string | undefined): DeployRecord {
  const value = text === undefined ? undefined : parsed(text)
  if (typeof value !== 'object' || value === null || !('format' in value) || !('files' in value))
    return new Map()
  const {files} = value
  if (value.format !== format || typeof files !== 'object' || files === null) return new Map()
  return new Map(
    Object.entries(files).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && isPlainPath(entry[0])
    )
  )
}

/** `record` with files that are about to be put there: when the deploy is killed, the next one knows that they are ours. */
export function withIntended(record: DeployRecord, paths: ReadonlyArray<string>): DeployRecord {
  return new Map([...record, ...paths.map((path) => [path, ''] as const)])
}

const format = 1

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A record lies where others can write: no path in it may lead out of the target. */
function isPlainPath(path: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)|[\0\\]/.test(path)
}
