import type {MarkdownCompiler} from '#src/markdown/create-compiler.ts'

/** A compiler for all that `fingerprint` stands for: the one of before, or what `create` makes. */
export type CompilerKeeper = (fingerprint: string, create: () => MarkdownCompiler) => MarkdownCompiler

/** Keeps the last compiler: to make one takes much longer than to compile an article with it. */
export function keepCompiler(): CompilerKeeper {
  let kept: {readonly fingerprint: string; readonly compile: MarkdownCompiler} | undefined
  return (fingerprint, create) => {
    if (kept?.fingerprint !== fingerprint) kept = {fingerprint, compile: create()}
    return kept.compile
  }
}
