import {basename, dirname, extname} from 'node:path'
import {closest} from '#src/diagnostics/closest.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {unusedPartial} from './messages.ts'

/**
 * What is told of partials that no template imports, each with the one of the theme that it was probably to replace.
 *
 * @param ofTheme
 *   Those that the site has not replaced.
 */
export function unusedPartials(
  paths: ReadonlyArray<string>,
  ofTheme: ReadonlyArray<string>
): ReadonlyArray<Diagnostic> {
  return paths.map((path) => unusedPartial(path, nearIn(ofTheme, path)))
}

/** The one of the same folder whose name is near. */
function nearIn(paths: ReadonlyArray<string>, path: string): string | undefined {
  const beside = paths.filter((other) => dirname(other) === dirname(path))
  const near = closest(stemOf(path), beside.map(stemOf))
  return beside.find((other) => stemOf(other) === near)
}

function stemOf(path: string): string {
  return basename(path, extname(path))
}
