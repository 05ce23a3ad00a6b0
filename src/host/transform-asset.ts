import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import type {PartialMessage} from 'esbuild'
import type {AssetFile, AssetTransform, TransformedAsset} from '#src/model/asset-transform.ts'
import {isFolder} from './code-trace.ts'
import {folderState} from './folder-state.ts'
import type {CodeTracer} from './trace-imports.ts'

/** What a plugin makes of a file, or what it has thrown, for the bundler to tell. */
export async function transformAsset(
  {transform}: AssetTransform,
  file: AssetFile
): Promise<TransformedAsset | {readonly error: PartialMessage}> {
  try {
    const made: Partial<TransformedAsset> | undefined = await transform(file)
    if (typeof made?.text === 'string') return {...made, text: made.text}
    return {error: messageOf(new Error('the `transform` of its plugin has to answer `{text}`'), file)}
  } catch (problem) {
    return {error: messageOf(problem, file)}
  }
}

/** Note what a file was made of, beside itself. */
export function noteDependencies(
  tracer: CodeTracer,
  folders: Map<string, string>,
  dependencies: ReadonlyArray<string>,
  root: string
): void {
  for (const path of dependencies.map((name) => resolve(root, name))) {
    if (isFolder(path)) folders.set(path, folderState(path))
    else tracer.noteContent(path, readFileSync(path))
  }
}

/** Sass tells places by a span from 0, PostCSS and others by line and column from 1. */
function messageOf(problem: unknown, {path, text}: AssetFile): PartialMessage {
  const cause = problem instanceof Error ? problem.message : String(problem)
  const [reason = ''] = cause.split('\n')
  const {span, line, column} = Object(problem) as Partial<Thrown>
  const at =
    span === undefined
      ? {line, column: (column ?? 1) - 1}
      : {line: span.start.line + 1, column: span.start.column}
  // What another file has, its places are not those of this one.
  const isOwn = span?.url === undefined || span.url === null
  if (at.line === undefined || !isOwn)
    return {text: reason, location: {file: path, line: 1, column: 0, lineText: text.split('\n')[0] ?? ''}}
  const lineText = text.split('\n')[at.line - 1] ?? ''
  return {text: reason, location: {file: path, line: at.line, column: at.column, lineText}}
}

interface Thrown {
  readonly span: {readonly start: {readonly line: number; readonly column: number}; readonly url?: unknown}
  readonly line: number
  readonly column: number
}
