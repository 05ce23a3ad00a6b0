import {findSourceMap, type SourceMap} from 'node:module'
import {followMap} from './follow-map.ts'

/**
 * Have the stacks of all errors name what code was made of, as Node has them for modules alone.
 *
 * @param mapOf
 *   The map of code that Node has not loaded, by the path that stacks name.
 */
export function mapStacks(mapOf: (file: string) => SourceMap | undefined): void {
  Error.prepareStackTrace = (error, frames) =>
    [describe(error), ...frames.map((frame) => `    at ${describeFrame(frame)}`)].join('\n')

  function describeFrame(frame: NodeJS.CallSite): string {
    const text = String(frame)
    const [file, line, column] = [frame.getFileName(), frame.getLineNumber(), frame.getColumnNumber()]
    if (typeof file !== 'string' || line === null || column === null) return text
    const map = mapOf(file) ?? findSourceMap(file)
    const original = map && followMap({file, line, column}, map)
    if (original === undefined) return text
    return text.replace(`${file}:${line}:${column}`, () => {
      return `${original.file}:${original.line}:${original.column}`
    })
  }
}

function describe(error: Error): string {
  try {
    return String(error)
  } catch {
    return 'Error'
  }
}
