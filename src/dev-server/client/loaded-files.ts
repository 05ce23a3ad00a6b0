/** Files of one kind that the page has loaded. */
export interface LoadedFiles {
  readonly kind: string
  readonly count: number
  /** Uncompressed. */
  readonly bytes: number
}

/** Endings of files by kind, in the order in which they are told. */
const kinds: ReadonlyArray<readonly [string, RegExp]> = [
  ['Styles', /\.css$/],
  ['Scripts', /\.m?js$/],
  ['Images', /\.(?:avif|gif|ico|jpe?g|png|svg|webp)$/],
  ['Fonts', /\.(?:otf|ttf|woff2?)$/]
]

/** What the page has loaded of the site so far, as the browser counted it. */
export function loadedFiles(): ReadonlyArray<LoadedFiles> {
  const bytesByPath = new Map<string, number>()
  for (const entry of performance.getEntriesByType('resource')) {
    const {origin, pathname} = new URL(entry.name)
    const isOfSite = origin === location.origin && !pathname.startsWith('/@galley/')
    // A file that was loaded again after an edit weighs what it weighs now.
    if (isOfSite && entry instanceof PerformanceResourceTiming && !isReplaced(entry))
      bytesByPath.set(pathname, entry.decodedBodySize)
  }
  const files = [...bytesByPath]
  return kinds.flatMap(([kind, ending]) => {
    const sizes = files.flatMap(([path, bytes]) => (ending.test(path) ? [bytes] : []))
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    return sizes.length === 0 ? [] : [{kind, count: sizes.length, bytes}]
  })
}

/** Whether a file is a style sheet that the page has no more: an edited one has another name. */
function isReplaced({name, initiatorType}: PerformanceResourceTiming): boolean {
  if (initiatorType !== 'link' || !/\.css$/.test(new URL(name).pathname)) return false
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')]
  return !links.some(({href}) => href === name)
}
