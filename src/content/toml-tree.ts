import type {AST} from 'toml-eslint-parser'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {notFinite} from './messages.ts'
import type {Origin, Parsed, Range, ScalarTree} from './tree.ts'

/** A mapping that later lines may add to. */
interface OpenMapping extends Range {
  readonly kind: 'mapping'
  readonly entries: Map<string, OpenEntry>
}

interface OpenList extends Range {
  readonly kind: 'list'
  readonly items: Array<OpenTree>
}

interface OpenEntry extends Range {
  readonly value: OpenTree
}

type OpenTree = ScalarTree | OpenList | OpenMapping

/**
 * A tree from TOML without syntax errors; dates and times are text as written.
 *
 * @returns
 *   Diagnostics: `content/not-finite`.
 */
export function tomlTree(program: AST.TOMLProgram, text: string, origin: Origin): Parsed {
  const diagnostics: Array<Diagnostic> = []
  const [top] = program.body
  const root = openMapping(rangeOf(top))
  for (const part of top.body) {
    if (part.type === 'TOMLKeyValue') assign(root, part)
    if (part.type === 'TOMLTable') fill(openTable(part), part.body)
  }
  return {tree: root, diagnostics}

  function fill(mapping: OpenMapping, pairs: ReadonlyArray<AST.TOMLKeyValue>): OpenMapping {
    for (const pair of pairs) assign(mapping, pair)
    return mapping
  }

  function assign(mapping: OpenMapping, pair: AST.TOMLKeyValue): void {
    const [last, ...path] = pair.key.keys.toReversed()
    if (!last) return
    const parent = path.toReversed().reduce(descend, mapping)
    parent.entries.set(nameOf(last), {value: treeOf(pair.value), ...rangeOf(last)})
  }

  function openTable(table: AST.TOMLTable): OpenMapping {
    const [last, ...path] = table.key.keys.toReversed()
    const parent = path.toReversed().reduce(descend, root)
    if (!last) return parent
    if (table.kind === 'standard') return descend(parent, last)
    const mapping = openMapping(rangeOf(table))
    const list = parent.entries.get(nameOf(last))?.value
    if (list?.kind === 'list') list.items.push(mapping)
    if (list === undefined) {
      const value: OpenList = {kind: 'list', items: [mapping], ...rangeOf(table)}
      parent.entries.set(nameOf(last), {value, ...rangeOf(last)})
    }
    return mapping
  }

  function treeOf(node: AST.TOMLContentNode): OpenTree {
    if (node.type === 'TOMLInlineTable') return fill(openMapping(rangeOf(node)), node.body)
    if (node.type === 'TOMLArray') return {kind: 'list', items: node.elements.map(treeOf), ...rangeOf(node)}
    return scalarOf(node)
  }

  function scalarOf(node: AST.TOMLValue): ScalarTree {
    const range = rangeOf(node)
    const source = text.slice(range.start, range.end)
    if (node.kind === 'string') return {kind: 'scalar', value: node.value, ...range}
    if (node.kind === 'boolean') return {kind: 'scalar', value: node.value, ...range}
    if (node.kind !== 'integer' && node.kind !== 'float') return {kind: 'scalar', value: source, ...range}
    const isJson = Number.isFinite(node.value)
    if (!isJson)
      diagnostics.push(notFinite({file: origin.file, place: origin.placeOf(...node.range)}, source))
    const written = String(node.value) === source ? {} : {written: source}
    return {kind: 'scalar', value: isJson ? node.value : null, ...written, ...range}
  }
}

/** The mapping below `key`, made when it is not there; of a list of tables the last one. */
function descend(mapping: OpenMapping, key: AST.TOMLBare | AST.TOMLQuoted): OpenMapping {
  const name = nameOf(key)
  const value = mapping.entries.get(name)?.value
  const target = value?.kind === 'list' ? value.items.at(-1) : value
  if (target?.kind === 'mapping') return target
  const made = openMapping(rangeOf(key))
  mapping.entries.set(name, {value: made, ...rangeOf(key)})
  return made
}

function openMapping(range: Range): OpenMapping {
  return {kind: 'mapping', entries: new Map(), ...range}
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value
}

function rangeOf(node: {readonly range: readonly [number, number]}): Range {
  return {start: node.range[0], end: node.range[1]}
}
