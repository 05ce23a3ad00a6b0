import type {Source, SourcePath} from '#src/model/source.ts'
import {folderOf, resolvePath} from './included-path.ts'

/** Behind the name of what a page loads: an image, a video, a sound. */
const ending = /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp|mp4|webm|ogv|mp3|ogg|wav)(?![\w.-])/i

/** An address without blanks ends where a sign of Markdown, HTML or attributes stands. */
const word = /[^\s"'()<>[\]{}=|,`]+/g

/** One with blanks stands in quotes or angle brackets. */
const phrase = /["'<]([^<>"'\n]+)(?=["'>])/g

/**
 * Files that pages with this text may load from its own folder, told without parsing it: what only looks like an address is among them.
 * Addresses from the root and of other sites are not.
 */
export function findShown({path: from, text}: Pick<Source, 'path' | 'text'>): ReadonlyArray<SourcePath> {
  // Most texts have none.
  if (!ending.test(text)) return []
  const words = text.match(word) ?? []
  const phrases = Array.from(text.matchAll(phrase), ([, written = '']) => written).filter(hasBlank)
  const paths = [...words, ...phrases]
    .map((written) => written.replace(/[?#].*$/, ''))
    .filter((written) => ending.test(written))
    .map((written) => resolveShown(from, written))
  return [...new Set(paths.filter((path) => path !== undefined))]
}

function hasBlank(written: string): boolean {
  return written.includes(' ')
}

function resolveShown(from: SourcePath, written: string): SourcePath | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|\\)/i.test(written)) return undefined
  const path = resolvePath(folderOf(from), decoded(written))
  return path === undefined ? undefined : (path.normalize('NFC') as SourcePath)
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
