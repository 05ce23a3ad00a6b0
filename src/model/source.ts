/** Path of a file from the site's root, with `/`: `content/articles/hello.md`. */
export type SourcePath = string & {readonly __brand: 'SourcePath'}

/** One Markdown file under `content/`, as read. */
export interface Source {
  readonly path: SourcePath
  /** The whole file without its byte order mark; line ends as they are. */
  readonly text: string
}
