import type {TokenKind} from './token.ts'

/** Kinds by scope of highlight.js; `none` is the color of text, whatever is around. */
const kinds: ReadonlyMap<string, TokenKind | 'none'> = new Map(
  Object.entries({
    addition: 'inserted',
    attr: 'attribute',
    attribute: 'property',
    built_in: 'type',
    bullet: 'keyword',
    'char.escape': 'escape',
    code: 'string',
    comment: 'comment',
    deletion: 'deleted',
    emphasis: 'emphasis',
    formula: 'string',
    keyword: 'keyword',
    link: 'link',
    literal: 'constant',
    meta: 'meta',
    'meta.prompt': 'comment',
    name: 'tag',
    number: 'number',
    property: 'property',
    quote: 'comment',
    regexp: 'regexp',
    section: 'heading',
    'selector-attr': 'attribute',
    'selector-class': 'attribute',
    'selector-id': 'attribute',
    'selector-pseudo': 'keyword',
    'selector-tag': 'tag',
    string: 'string',
    strong: 'strong',
    subst: 'none',
    symbol: 'constant',
    'template-tag': 'meta',
    'template-variable': 'variable',
    title: 'function',
    'title.class': 'type',
    type: 'type',
    variable: 'variable',
    'variable.constant': 'constant',
    'variable.language': 'keyword'
  })
)

/** What a scope makes of the kind of what it is in. */
export type ScopeKind = TokenKind | 'none' | 'around'

/** That of a scope such as `title.class.inherited`: of the most precise part of its name that is known. */
export function kindOfScope(scope: string): ScopeKind {
  const kind = kinds.get(scope)
  if (kind !== undefined) return kind
  const outer = scope.lastIndexOf('.')
  return outer === -1 ? 'around' : kindOfScope(scope.slice(0, outer))
}

/**
 * Kind of what is in a scope.
 *
 * @param around
 *   Kind of what the scope is in.
 */
export function kindWithin(scope: ScopeKind, around: TokenKind | undefined): TokenKind | undefined {
  if (scope === 'around') return around
  // Grammars may find literals as keywords of a kind.
  if (scope === 'keyword' && around === 'constant') return around
  return scope === 'none' ? undefined : scope
}
