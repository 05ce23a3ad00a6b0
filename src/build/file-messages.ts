import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hintAt, warningAt} from '#src/diagnostics/problem-at.ts'

/** A file that the disk would not give. */
export function unreadableFile(file: string, problem: unknown): Diagnostic {
  return {
    code: 'build/unreadable-file',
    severity: 'error',
    reason: `Expected a readable file, found \`${problem instanceof Error ? problem.message : String(problem)}\``,
    file,
    hint: 'Check its permissions'
  }
}

/** A site without a single file below `content/`. */
export function contentMissing(): Diagnostic {
  return {
    code: 'build/no-content',
    severity: 'warning',
    reason: 'Expected articles, found no file below `content/`',
    file: 'content',
    hint: 'Write a first article: `content/articles/hello.md`'
  }
}

/** A file that the output folder would not take. */
export function unwritableFile(file: string, problem: unknown): Diagnostic {
  return {
    code: 'build/unwritable-file',
    severity: 'error',
    reason: `Expected to write the file, found \`${problem instanceof Error ? problem.message : String(problem)}\``,
    file,
    hint: 'Check permissions and free space; what was written before is whole'
  }
}

/** A drawing with what could run, or load from elsewhere. `removed` names it. */
export function unsafeDrawing(
  file: string,
  removed: ReadonlyArray<string>,
  {isUntrusted}: {readonly isUntrusted: boolean}
): Diagnostic {
  const [names, rest] = [removed.slice(0, namedMax), removed.length - namedMax]
  const found = names.map((name) => `\`${name}\``).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
  return hintAt(
    {file},
    'build/unsafe-drawing',
    `Expected a drawing that runs and loads nothing, found ${found}`,
    isUntrusted
      ? 'It is published without that'
      : 'It is published without that; one of yours that is to run scripts belongs into `public/`'
  )
}

/** Of a drawing with more, the first tell enough. */
const namedMax = 5

/** A drawing that is no XML. */
export function damagedDrawing(file: string, problem: string): Diagnostic {
  return warningAt(
    {file},
    'build/damaged-drawing',
    `Expected a drawing in SVG, but it cannot be read: ${problem}`,
    'An empty one is published in its place. Export it anew'
  )
}
