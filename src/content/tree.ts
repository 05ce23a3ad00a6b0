import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FindPlace} from './find-place.ts'

/** A parsed value with its range in the block's text, whatever the language it was written in. */
export type Tree = ScalarTree | ListTree | MappingTree

/** Offsets in the block's text, the end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface ScalarTree extends Range {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  /** The author's text, where it is not the text of `value`. */
  readonly written?: string
}

interface ListTree extends Range {
  readonly kind: 'list'
  readonly items: ReadonlyArray<Tree>
}

export interface MappingTree extends Range {
  readonly kind: 'mapping'
  /** By key, in the order written. */
  readonly entries: ReadonlyMap<string, Entry>
}

/** One pair of a mapping; the range is the key's. */
export interface Entry extends Range {
  readonly value: Tree
}

/** Where the text that a parser reads comes from. */
export interface Origin {
  readonly file: string
  /** From offsets in the block's text to places in the file. */
  readonly placeOf: FindPlace
}

/** What a parser made of a block's text. */
export interface Parsed {
  /** Absent when the block is empty, or its syntax is wrong. */
  readonly tree?: Tree
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Values in one block, counted again wherever an alias repeats them: the limit of an alias bomb. */
export const valueMax = 20_000

/** Lists and mappings within each other. Deeper blocks overflow the stacks of parsers. */
export const nestingMax = 50
