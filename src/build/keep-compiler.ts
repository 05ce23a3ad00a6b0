import type {SourceCompiler} from './compile-source.ts'

/** A compiler for all that `fingerprint` stands for: the one of before, or what `create` makes. */
export type CompilerKeeper = (fingerprint: string, create: () => SourceCompiler) => SourceCompiler

/** Keeps the last compiler: to make one takes much longer than to compile an article with it. */
export function keepCompiler(): CompilerKeeper {
  let kept: {readonly fingerprint: string; readonly compiler: SourceCompiler} | undefined
  return (fingerprint, create) => {
    if (kept?.fingerprint !== fingerprint) kept = {fingerprint, compiler: create()}
    return kept.compiler
  }
}
