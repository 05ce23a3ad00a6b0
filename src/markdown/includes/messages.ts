import {closest} from '#src/diagnostics/closest.ts'
import type {CodeAfter} from '#src/diagnostics/code-after.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'
import type {Spot} from '../messages.ts'

/** An include: where it stands, and which file it names. */
export interface IncludeSpot extends Spot {
  /** The file as written, or its path from the site's root once that is known. */
  readonly target: string
}

/** An included file that is not there. */
export function missingFile(spot: IncludeSpot, near: string | undefined): Diagnostic {
  return {
    ...problem(spot, 'missing-file', `Expected a file \`${spot.target}\` to include`, 'none'),
    hint:
      near === undefined
        ? 'Paths start from the folder of the file that they stand in, or from the site’s with `/`'
        : `Did you mean \`${near}\`?`
  }
}

/** A path that leads out of the site, also by a link, or into what Galley writes, or to a hidden file. */
export function outsideFile(spot: IncludeSpot): Diagnostic {
  return {
    ...problem(spot, 'outside', 'Expected a file of the site to include', `\`${spot.target}\``),
    hint: 'Only files below the site’s folder can be included, none of its output, and no hidden ones; where what is written is not trusted, only those in `content/` and `public/`'
  }
}

/** A file that is no text, or cannot be read. */
export function unusableFile(spot: IncludeSpot, reason: string): Diagnostic {
  return errorAt(spot, 'markdown/include-not-text', `${reason}, in \`${spot.target}\``)
}

/** A path with character references or escapes, by which it was not found before the text was parsed. */
export function escapedPath(spot: IncludeSpot): Diagnostic {
  return {
    ...problem(spot, 'bad-path', 'Expected the path of a file as it is', `\`${spot.target}\` with escapes`),
    hint: 'Write its characters themselves, between quotes'
  }
}

/** `::include` without a file. */
export function includeWithoutFile(spot: Spot): Diagnostic {
  return {
    ...problem(spot, 'without-file', 'Expected `file="…"` of what to include', 'none'),
    hint: 'Write `::include{file="./part.md"}`'
  }
}

/** A region that the file does not have. */
export function missingRegion(spot: IncludeSpot, name: string, known: ReadonlyArray<string>): Diagnostic {
  const near = closest(name, known)
  return {
    ...problem(
      spot,
      'missing-region',
      `Expected a region \`${name}\` in \`${spot.target}\``,
      regionList(known)
    ),
    hint:
      near === undefined
        ? 'Put its lines between comments `#region name` and `#endregion`'
        : `Did you mean \`${near}\`?`
  }
}

/** A region without end. */
export function unclosedRegion(spot: IncludeSpot, name: string): Diagnostic {
  return {
    ...problem(
      spot,
      'unclosed-region',
      `Expected an end of the region \`${name}\` in \`${spot.target}\``,
      'none'
    ),
    hint: 'Close it with a comment `#endregion`, or `ANCHOR_END: name`'
  }
}

/** Lines that are no ranges. */
export function malformedLines(spot: IncludeSpot, lines: string): Diagnostic {
  return {
    ...problem(spot, 'bad-lines', 'Expected ranges of lines', `\`${lines}\``),
    hint: 'Write them as `3-9,12`, from 1 on'
  }
}

/** Lines of a region, which would be counted from who knows where. */
export function linesAndRegion(spot: IncludeSpot): Diagnostic {
  return problem(spot, 'bad-lines', 'Expected either `region` or `lines`', 'both')
}

/** Lines behind the end of the file. */
export function missingLines(spot: IncludeSpot, lines: string, lineCount: number): Diagnostic {
  const count = lineCount === 1 ? '1 line' : `${lineCount} lines`
  return problem(
    spot,
    'bad-lines',
    `Expected lines of \`${spot.target}\`, which has ${count}`,
    `\`${lines}\``
  )
}

/** A file that includes itself, by others too. */
export function includeCycle(spot: IncludeSpot, chain: ReadonlyArray<string>): Diagnostic {
  const files = chain.map((path) => `\`${path}\``).join(' → ')
  return errorAt(
    spot,
    'markdown/include-cycle',
    `Expected files that end, found one that includes itself: ${files}`
  )
}

/** Files that include each other in a long row. */
export function includeTooDeep(spot: IncludeSpot, levelsMax: number): Diagnostic {
  return problem(
    spot,
    'too-deep',
    `Expected at most ${levelsMax} files that include each other in a row`,
    `\`${spot.target}\` behind them`
  )
}

/** An article of more included files, or of more text, than any has. */
export function includeTooMuch(spot: IncludeSpot, filesMax: number, charactersMax: number): Diagnostic {
  return problem(
    spot,
    'too-much',
    `Expected an article to include ${filesMax} files and ${charactersMax} characters at most`,
    `more from \`${spot.target}\` on`
  )
}

/** A line that would import code if it stood by itself. */
export function importInText(spot: Spot): Diagnostic {
  return {
    ...problem(spot, 'in-text', 'Expected an empty line before and after an import of code', 'text'),
    severity: 'warning',
    hint: 'It is shown as text; add the empty line, or write `\\<<<` for the text itself'
  }
}

/** A fence that names a file and has code of its own. */
export function replacedCode(spot: IncludeSpot): Diagnostic {
  return {
    ...problem(spot, 'replaces-code', `Expected an empty fence for \`${spot.target}\``, 'code in it'),
    severity: 'warning',
    hint: 'The file is shown in its place; remove the code or `file`'
  }
}

function regionList(known: ReadonlyArray<string>): string {
  if (known.length === 0) return 'no region'
  const shownMax = 8
  const names = known.slice(0, shownMax).map((name) => `\`${name}\``)
  return `${names.join(', ')}${known.length > shownMax ? ', …' : ''}`
}

function problem(
  {file, place}: Spot,
  what: CodeAfter<'markdown/include-'>,
  expected: string,
  found: string
): Diagnostic {
  return errorAt({file, place}, `markdown/include-${what}`, `${expected}, found ${found}`)
}
