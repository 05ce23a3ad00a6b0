import type {HighlighterCore} from 'shiki/core'
import type {Highlighter} from './highlighter.ts'
import {joinTokens, type Token, type TokenKind} from './token.ts'

/** The highlighter on the grammars of VS Code; `undefined` where the package `shiki` is not installed. */
export async function openShiki(): Promise<Highlighter | undefined> {
  const modules = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
    import('shiki/langs')
  ]).catch(() => undefined)
  if (modules === undefined) return undefined
  const [{createHighlighterCore}, {createJavaScriptRegexEngine}, {bundledLanguages}] = modules
  const engine = createJavaScriptRegexEngine({forgiving: true})
  const languages = new Map(Object.entries(bundledLanguages))
  const opened = new Map<string, HighlighterCore>()

  return {
    names: [...languages.keys()],
    has: (name) => languages.has(name),
    load: (names) => {
      const missing = names.filter((name) => languages.has(name) && !opened.has(name))
      return missing.length === 0 ? undefined : Promise.all(missing.map(openOne)).then(() => undefined)
    },
    tokensOf: (name, code) => {
      const lines = opened.get(name)?.codeToTokensBase(code, {
        lang: name,
        theme: theme.name,
        // A limit would let the result depend on the machine.
        tokenizeTimeLimit: 0
      })
      if (lines === undefined) return [{kind: undefined, text: code}]
      return joinTokens(
        lines.flatMap((line, index): ReadonlyArray<Token> => {
          const tokens = line.map(({content, color}) => ({
            kind: kindsByColor.get(color ?? ''),
            text: content
          }))
          return index === 0 ? tokens : [{kind: undefined, text: '\n'}, ...tokens]
        })
      )
    }
  }

  /** One highlighter for each language: in one for all, what is inside of code would look by what was loaded before. */
  async function openOne(name: string): Promise<void> {
    const grammar = languages.get(name)
    if (grammar === undefined) return
    opened.set(
      name,
      await createHighlighterCore({themes: [theme], langs: [grammar], engine, warnings: false})
    )
  }
}

/** Scopes by kind; the longest that fits counts, and of equal ones the last. `text` is what has no color of its own. */
const scopes: Readonly<Record<TokenKind | 'text', ReadonlyArray<string>>> = {
  text: ['keyword.operator', 'meta.embedded', 'meta.template.expression', 'storage.type.function.arrow'],
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'markup.inline.raw', 'markup.raw'],
  escape: ['constant.character.escape'],
  regexp: ['string.regexp'],
  number: ['constant.numeric', 'keyword.other.unit'],
  constant: ['constant', 'support.constant', 'variable.other.constant.property'],
  keyword: [
    ...['keyword', 'storage', 'variable.language', 'keyword.operator.new', 'keyword.operator.expression'],
    ...['keyword.operator.logical.python', 'keyword.operator.word']
  ],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic'],
  type: [
    ...['entity.name.type', 'entity.name.class', 'entity.other.inherited-class', 'support.type'],
    ...['support.class', 'entity.name.namespace', 'keyword.type']
  ],
  property: [
    ...['support.type.property-name', 'meta.object-literal.key', 'entity.name.tag.yaml'],
    'punctuation.support.type.property-name'
  ],
  attribute: ['entity.other.attribute-name'],
  tag: ['entity.name.tag'],
  meta: ['meta.preprocessor', 'keyword.control.directive', 'punctuation.decorator', 'meta.decorator'],
  variable: ['variable.other.normal.shell', 'punctuation.definition.variable'],
  link: ['markup.underline.link', 'string.other.link'],
  heading: ['markup.heading', 'entity.name.section'],
  strong: ['markup.bold'],
  emphasis: ['markup.italic'],
  inserted: ['markup.inserted'],
  deleted: ['markup.deleted']
}

const kinds = Object.keys(scopes) as ReadonlyArray<keyof typeof scopes>

/** Stands for a kind in the theme, whose colors no reader sees. */
function colorOf(kind: keyof typeof scopes): string {
  return `#${(kinds.indexOf(kind) + 1).toString(16).padStart(6, '0').toUpperCase()}`
}

const kindsByColor: ReadonlyMap<string, TokenKind> = new Map(
  kinds.flatMap(
    (kind): ReadonlyArray<[string, TokenKind]> => (kind === 'text' ? [] : [[colorOf(kind), kind]])
  )
)

const theme = {
  name: 'kinds',
  type: 'light' as const,
  fg: '#000000',
  bg: '#FFFFFF',
  settings: kinds.map((kind) => ({scope: [...scopes[kind]], settings: {foreground: colorOf(kind)}}))
}
