/** A path before and after a move; equal where it did not move. */
export interface Moved {
  readonly before: string
  readonly after: string
}

/**
 * The path of a reference by file, as it has to be written after a move: from the same kind of start, and with the same part of the file's name.
 *
 * @param written
 *   `../other.md`, `/articles/other`; percent escapes stay where they are.
 * @param from
 *   The file that it stands in.
 * @param to
 *   The file that it leads to.
 */
export function movedFilePath(written: string, from: Moved, to: Moved): string {
  const isFromRoot = written.startsWith('/')
  const named = (file: string): string =>
    resolve(isFromRoot ? 'content' : folderOf(file), decode(isFromRoot ? written.slice(1) : written))
  const ending = to.before.slice(named(from.before).length)
  const isShortest = written === shortest(from.before, to.before)
  // Right as it is, in whatever way its author chose to write it.
  if (!isShortest && named(from.after) + ending === to.after) return written
  return shortest(from.after, to.after)

  function shortest(file: string, target: string): string {
    const name = target.endsWith(ending) ? target.slice(0, target.length - ending.length) : target
    const path = isFromRoot ? `/${name.replace(/^content\//, '')}` : relative(folderOf(file), name)
    const start = written.startsWith('./') && !path.startsWith('.') ? './' : ''
    return start + (isEncoded(written) ? encodeURI(path) : path) + (written.endsWith('/') ? '/' : '')
  }
}

/** The file that an include names from a file: from its folder, from the root of the site, or from that of the content. */
export function includedFile(written: string, from: string): string {
  if (written.startsWith('@/')) return resolve('content', written.slice(2))
  return written.startsWith('/') ? resolve('', written) : resolve(folderOf(from), written)
}

/** The path of an include, as it has to be written after a move. */
export function movedInclude(written: string, from: Moved, to: Moved): string {
  if (written.startsWith('@/')) return `@/${to.after.replace(/^content\//, '')}`
  if (written.startsWith('/')) return `/${to.after}`
  const path = relative(folderOf(from.after), to.after)
  return written.startsWith('./') && !path.startsWith('.') ? `./${path}` : path
}

/** The same of a reference by address, from the root or from the address of the page that it stands on. */
export function movedAddress(written: string, from: Moved, to: Moved): string {
  const target = written.endsWith('/') || /\.[a-z]+$/i.test(to.after) ? to.after : to.after.replace(/\/$/, '')
  const path = written.startsWith('/')
    ? target
    : relative(folderOf(from.after.slice(1)), target.slice(1)) || './'
  return isEncoded(written) ? encodeURI(path) : path
}

/** The same of a reference by name; the name itself where it is a title, which no move changes. */
export function movedName(
  written: string,
  to: {readonly before: ReadonlyArray<string>; readonly after: ReadonlyArray<string>}
): string {
  const parts = written.split('/')
  const name = parts.at(-1) ?? ''
  const isFileName = name.toLowerCase() === to.before.at(-1)?.toLowerCase()
  const isWhole = parts.length > 1 && parts.length === to.before.length
  const after = isFileName ? to.after : [...to.after.slice(0, -1), name]
  return after.slice(isWhole ? 0 : -parts.length).join('/')
}

function resolve(folder: string, path: string): string {
  const segments = folder.split('/').filter((segment) => segment !== '')
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..') segments.pop()
    else segments.push(segment)
  }
  return segments.join('/')
}

function relative(folder: string, target: string): string {
  const from = folder.split('/').filter((segment) => segment !== '')
  const to = target.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function isEncoded(path: string): boolean {
  return /%[\da-f]{2}/i.test(path)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
