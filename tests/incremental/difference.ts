import type {BuildResult} from '#src/build/build.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Built} from './built.ts'
import type {Contents} from './disturbances.ts'

/** How two trees of files differ, by the first file that does, with both texts; `undefined` when they are equal. */
export function differenceOfFiles(actual: Contents, expected: Contents): string | undefined {
  const paths = [...new Set([...actual.keys(), ...expected.keys()])].sort()
  const differing = paths.filter((path) => !isEqual(actual.get(path), expected.get(path)))
  const [first] = differing
  if (first === undefined) return undefined
  const others = differing.length === 1 ? '' : `, and ${differing.slice(1).join(', ')}`
  return `dist/${first} differs${others}
${sideBySide([textOf(expected.get(first))], [textOf(actual.get(first))])}`
}

/** How the answers of two builds differ; `undefined` when they say the same. */
export function differenceOfResults(actual: BuildResult, expected: BuildResult): string | undefined {
  const [found, wanted] = [linesOf(actual), linesOf(expected)]
  if (found.join() === wanted.join()) return undefined
  const [missing, added] = [without(wanted, found), without(found, wanted)]
  if (missing.length + added.length === 0) return `The order differs\n${sideBySide(wanted, found)}`
  return `The results differ\n${sideBySide(missing, added)}`
}

/** How the numbers in a result differ from what happened to the files; `undefined` when they are right. */
export function differenceOfCounts(before: Contents, {result, output}: Built): string | undefined {
  const changed = {
    created: [...output.keys()].filter((path) => !before.has(path)).length,
    updated: [...output].filter(([path, content]) => before.has(path) && !isEqual(before.get(path), content))
      .length,
    removed: [...before.keys()].filter((path) => !output.has(path)).length
  }
  const {created, updated, removed} = result
  const [found, wanted] = [JSON.stringify({created, updated, removed}), JSON.stringify(changed)]
  return found === wanted ? undefined : `The files changed by ${wanted}, the result says ${found}`
}

function without(lines: ReadonlyArray<string>, others: ReadonlyArray<string>): ReadonlyArray<string> {
  return lines.filter((line) => !others.includes(line))
}

function sideBySide(expected: ReadonlyArray<string>, found: ReadonlyArray<string>): string {
  return `--- expected\n${expected.join('\n')}\n--- found\n${found.join('\n')}`
}

/** Whether two contents are the same bytes, or both absent. */
export function isEqual(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return Buffer.compare(one, other) === 0
}

function linesOf({isWritten, pageCount, diagnostics}: BuildResult): ReadonlyArray<string> {
  return [`isWritten ${isWritten}`, `pageCount ${pageCount}`, ...diagnostics.map(lineOf)]
}

/** Every field, so that places and hints count too. */
function lineOf(diagnostic: Diagnostic): string {
  return JSON.stringify(
    diagnostic,
    Object.keys(diagnostic).concat('line', 'column', 'endLine', 'endColumn').sort()
  )
}

function textOf(content: Uint8Array | undefined): string {
  return content === undefined ? '(no such file)' : new TextDecoder().decode(content)
}
