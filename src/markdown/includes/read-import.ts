/** Code that is imported as VitePress does it: `<<< @/snippets/a.ts#region{2 ts:line-numbers} [Title]`. */
export interface CodeImport {
  /** The path that an include would have. */
  readonly file: string
  readonly region: string | undefined
  /** What is in braces, without them: lines, language and other words. */
  readonly options: string
  readonly title: string | undefined
}

/** With a path that has a slash or a dot, so that no sentence is taken for it. */
const importLine =
  /^<<<[ \t]*([^\s"'#{}[\]<>]*[./][^\s"'#{}[\]<>]*)(?:#([\w-]+))?[ \t]*(?:\{([^{}]*)\})?[ \t]*(?:\[(.+)\])?[ \t]*$/

/** Read a line that imports code; `undefined` for any other. */
export function readImport(line: string): CodeImport | undefined {
  const [, path, region, options = '', title] = importLine.exec(line) ?? []
  // The root of what are pages there is the folder of the content here.
  return path === undefined ? undefined : {file: path.replace(/^@\//, '/content/'), region, options, title}
}
