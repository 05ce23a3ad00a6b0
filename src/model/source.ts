/** Path of a file from the site's root, with `/`: `content/articles/hello.md`. */
export type SourcePath = string & {readonly __brand: 'SourcePath'}

/** One Markdown file under `content/`, as read. */
export interface Source {
  readonly path: SourcePath
  /** The whole file without its byte order mark; line ends as they are. */
  readonly text: string
  /**
   * Every file that the text may include, as it was found, and every file that those may include. Absent when it includes none.
   */
  readonly included?: ReadonlyMap<SourcePath, IncludedFile>
  /** Pictures of other sites that lie in this one, by address. Absent when the text shows none. */
  readonly vendored?: ReadonlyMap<string, SourcePath>
}

/** Whether a path is that of a Markdown file, which below `content/` is a source. In upper case it is another name, as for web servers. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/.test(path)
}

/** A file that a source includes, as found: plain data. */
export type IncludedFile =
  | {
      readonly kind: 'text'
      /** The whole file without its byte order mark. */
      readonly text: string
      /** Where the text behind the front matter begins, in a Markdown file that has one; else 0. */
      readonly bodyOffset: number
    }
  | {
      readonly kind: 'absent'
      /** A path that may be meant instead. */
      readonly near?: string
    }
  /** The path leads out of the site, or into what Galley writes. */
  | {readonly kind: 'outside'}
  | {
      readonly kind: 'unusable'
      /** What was expected and found: it is no text, or cannot be read. */
      readonly reason: string
    }
