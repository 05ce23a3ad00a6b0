import type {TokenKind} from './token.ts'

/** Kinds by scope of highlight.js; `none` is the color of text, whatever is around. Others are what is around them. */
const kinds: Readonly<Record<string, TokenKind | 'none'>> = {
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
}

/**
 * Kind of a scope by the classes that lowlight makes of it: `title`, `class_`, `inherited__`. The most precise name that is
 * known counts.
 *
 * @param around
 *   Kind of what the scope is in.
 */
export function kindOfScope(
  classes: ReadonlyArray<string>,
  around: TokenKind | undefined
): TokenKind | undefined {
  for (let count = classes.length; count > 0; count--) {
    const name = classes.slice(0, count).map(withoutDepth).join('.')
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    // Grammars may find literals as keywords of a kind.
    if (kind === 'keyword' && around === 'constant') return around
    if (kind !== undefined) return kind === 'none' ? undefined : kind
  }
  // Another language inside of this one starts anew.
  return classes[0]?.startsWith('language-') === true ? undefined : around
}

function withoutDepth(name: string, index: number): string {
  return index === 0 ? name : name.slice(0, -index)
}
