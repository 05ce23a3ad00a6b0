import {isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap} from 'yaml'
import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {tooManyValues} from './limit-messages.ts'
import {duplicateKey, notFinite, unknownAlias} from './messages.ts'
import type {Entry, MappingTree, Origin, Parsed, Range, ScalarTree, Tree} from './tree.ts'
import {valueMax} from './tree.ts'

/** The name of an entry that brings the entries of other mappings. */
const mergeKey = '<<'

/**
 * A tree from a YAML document without syntax errors; aliases become the very trees of their anchors.
 *
 * Of equal keys the first one counts. Entries of the mapping itself go before those that `<<` merges into it.
 *
 * @returns
 *   Diagnostics: `content/duplicate-key`, `content/unknown-alias`, `content/not-finite`, `content/too-many-values`.
 */
export function yamlTree(root: ParsedNode, syntax: 'YAML' | 'JSON', origin: Origin): Parsed {
  const diagnostics: Array<Diagnostic> = []
  const anchors = new Map<string, Tree>()
  let mergedCount = 0
  const tree = treeOf(root)
  return mergedCount > valueMax ? {diagnostics} : {tree, diagnostics}

  function treeOf(node: ParsedNode | null): Tree {
    const tree = unnamedTreeOf(node)
    // Only now, so that an alias within its own anchor is unknown, and no tree contains itself.
    if (node && !isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, tree)
    return tree
  }

  function unnamedTreeOf(node: ParsedNode | null): Tree {
    if (node === null) return {kind: 'scalar', value: null, start: 0, end: 0}
    if (isAlias(node)) return aliased(node.source, rangeOf(node))
    if (isMap(node)) return mappingOf(node)
    if (isSeq(node)) return {kind: 'list', items: node.items.map(treeOf), ...rangeOf(node)}
    return scalarOf(node)
  }

  function aliased(name: string, range: Range): Tree {
    const tree = anchors.get(name)
    if (!tree) diagnostics.push(unknownAlias(at(range), name))
    return tree ?? {kind: 'scalar', value: null, ...range}
  }

  function mappingOf(node: YAMLMap.Parsed): MappingTree {
    const entries = new Map<string, Entry>()
    const merged: Array<Tree> = []
    for (const pair of node.items) {
      // `stringKeys` has made every other key an error before.
      const name = isScalar(pair.key) ? String(pair.key.value) : ''
      const key = rangeOf(pair.key)
      const first = entries.get(name)
      const value = treeOf(pair.value ?? null)
      const isMerge = name === mergeKey && isScalar(pair.key) && pair.key.type === 'PLAIN'
      if (isMerge) merged.push(value)
      if (first) diagnostics.push(duplicateKey(at(key), name, lineOf(first)))
      if (isMerge || first) continue
      entries.set(name, {value: pair.value ? value : {...value, start: key.end, end: key.end}, ...key})
    }
    for (const source of merged) merge(entries, source)
    return {kind: 'mapping', entries, ...rangeOf(node)}
  }

  /** Add what `source`, a mapping or a list of them, has and `entries` has not; nearer sources go first. */
  function merge(entries: Map<string, Entry>, source: Tree): void {
    const mappings = source.kind === 'list' ? source.items : [source]
    for (const mapping of mappings) {
      if (mapping.kind !== 'mapping') continue
      mergedCount += mapping.entries.size
      if (mergedCount > valueMax) {
        if (mergedCount - mapping.entries.size <= valueMax)
          diagnostics.push(tooManyValues(at(mapping), valueMax))
        return
      }
      for (const [name, entry] of mapping.entries) if (!entries.has(name)) entries.set(name, entry)
    }
  }

  function scalarOf(node: Scalar.Parsed): ScalarTree {
    const range = rangeOf(node)
    const {value, source} = node
    if (typeof value === 'string') return {kind: 'scalar', value, ...range}
    if (typeof value === 'number' && !Number.isFinite(value)) {
      diagnostics.push(notFinite(at(range), source))
      return {kind: 'scalar', value: null, ...range}
    }
    const plain = typeof value === 'number' || typeof value === 'boolean' ? value : null
    return {kind: 'scalar', value: plain, ...writtenOf(plain, source), ...range}
  }

  /** The word `null` is text where text is expected; `~`, nothing and JSON's `null` never are. */
  function writtenOf(value: number | boolean | null, source: string): {readonly written?: string} {
    if (value === null) return source === '' || source === '~' || syntax === 'JSON' ? {} : {written: source}
    return String(value) === source ? {} : {written: source}
  }

  function at(range: Range): {readonly file: string; readonly place: Place} {
    return {file: origin.file, place: origin.placeOf(range.start, range.end)}
  }

  function lineOf(range: Range): number {
    return at(range).place.line
  }
}

function rangeOf(node: ParsedNode): Range {
  return {start: node.range[0], end: node.range[1]}
}
