import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {ignoreWord, readIgnore} from '#src/diagnostics/read-ignore.ts'
import type {FrontMatterBlock} from '#src/model/front-matter.ts'
import type {Source} from '#src/model/source.ts'

const comment = new RegExp(`(?:^|\\s)#\\s*(${ignoreWord}(?:-file)?(?:\\s.*)?)$`)

/**
 * Diagnostics that stand for the ignores in front matter of YAML and TOML: `# galley-ignore code: reason` in a line of its own is for
 * the next, behind a value for that.
 */
export function listIgnores(
  {path, text}: Source,
  {bodyOffset}: Pick<FrontMatterBlock, 'bodyOffset'>
): ReadonlyArray<Diagnostic> {
  const block = text.slice(0, bodyOffset)
  if (!block.includes(ignoreWord)) return []
  return block.split(/\r\n|\n|\r/).flatMap((written, index) => {
    const [whole, ignore] = comment.exec(written) ?? []
    if (whole === undefined || ignore === undefined) return []
    const line = index + 1
    const column = written.length - whole.trimStart().length + 1
    const isAlone = written.trimStart().length === whole.trimStart().length
    const place = {line, column, endLine: line, endColumn: written.length + 1}
    const lines = {first: line, last: isAlone ? line + 1 : line}
    return readIgnore({spot: {file: path, place}, text: ignore, lines})
  })
}
