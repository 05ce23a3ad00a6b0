import type {Element, ElementContent, Properties} from 'hast'

/** A formula as MathML, or what is wrong with it. */
export type RenderedFormula =
  | {readonly math: Element}
  | {readonly reason: string /** In the TeX. */; readonly offset: number}

/** Renders TeX. */
export type RenderFormula = (tex: string, isDisplay: boolean) => RenderedFormula

/** Load temml, which is large and hardly ever needed. */
export async function loadFormulas(): Promise<RenderFormula> {
  // Its declarations are those of a CommonJS module, which this is not.
  const {default: temml} = (await import('temml')) as unknown as {readonly default: Temml}
  return (tex, isDisplay) => {
    try {
      const tree = temml.__renderToMathMLTree(tex, {
        displayMode: isDisplay,
        annotate: true,
        throwOnError: true
      })
      const [math] = toHast(tree)
      // A reference to an equation alone is no formula.
      if (math?.type === 'element' && math.tagName === 'math') return {math}
      return {reason: 'Expected a formula', offset: 0}
    } catch (error) {
      // Of some mistakes temml knows no more than that it cannot go on: a `_` by itself.
      if (!(error instanceof Error) || error.name !== 'ParseError')
        return {reason: 'Incomplete formula', offset: 0}
      const position = 'position' in error && typeof error.position === 'number' ? error.position : 0
      return {reason: reasonOf(error.message), offset: Math.min(position, tex.length)}
    }
  }
}

/** temml, as far as it is used. */
interface Temml {
  readonly __renderToMathMLTree: (
    tex: string,
    options: {readonly displayMode: boolean; readonly annotate: boolean; readonly throwOnError: boolean}
  ) => TemmlNode
}

/** A node of temml's tree, as far as it is used. */
interface TemmlNode {
  readonly type?: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly children?: ReadonlyArray<TemmlNode>
  readonly classes?: ReadonlyArray<string>
  readonly style?: Readonly<Record<string, unknown>>
}

/** Attributes that lead elsewhere, or that only temml's own script would need. */
const leftOut: ReadonlySet<string> = new Set(['style', 'id', 'href', 'src'])

function toHast(node: TemmlNode): ReadonlyArray<ElementContent> {
  if (typeof node.text === 'string') return [{type: 'text', value: node.text}]
  const {type, attributes, children, classes, style} = node
  const content = (children ?? []).flatMap(toHast)
  // A fragment has children alone.
  if (type === undefined && attributes === undefined) return content
  const properties: Properties = {}
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (!leftOut.has(name)) properties[name] = String(value)
  }
  const ownStyle = {...style, ...parseStyle(attributes?.['style'])}
  if (typeof ownStyle['color'] === 'string') properties['mathcolor'] = ownStyle['color']
  const className = [...(classes ?? []), ...classesOf(ownStyle)].filter((name) => name !== '')
  if (className.length > 0) properties['className'] = className
  return [{type: 'element', tagName: type ?? 'span', properties, children: content}]
}

function parseStyle(style: unknown): Readonly<Record<string, string>> {
  if (typeof style !== 'string') return {}
  return Object.fromEntries(
    style.split(';').flatMap((rule) => {
      const [name, value] = rule.split(':', 2)
      return name === undefined || value === undefined ? [] : [[name.trim(), value.trim()]]
    })
  )
}

const sides = ['Top', 'Right', 'Bottom', 'Left']

/** Names in the theme's style sheet for those styles that matter, since a page may forbid styles in attributes. */
function classesOf(style: Readonly<Record<string, unknown>>): ReadonlyArray<string> {
  const classes: Array<string> = []
  if (style['width'] === '100%') classes.push('math-wide')
  if (style['width'] === '50%') classes.push('math-half')
  if (style['fontWeight'] === 'bold' || style['font-weight'] === 'bold') classes.push('math-bold')
  if (String(style['math-depth'] ?? style['mathDepth']) === '0') classes.push('math-full-size')
  if (String(style['marginLeft'] ?? '').startsWith('-')) classes.push('math-back')
  if (typeof style['border'] === 'string') classes.push('math-box')
  for (const side of sides) {
    const border = style[`border${side}`]
    if (typeof border === 'string') classes.push(`math-${lineKind(border)}-${side.toLowerCase()}`)
  }
  return classes
}

function lineKind(border: string): string {
  if (border.includes('double')) return 'double'
  return border.includes('dashed') ? 'dashed' : 'line'
}

/** The first line of a message, without the excerpt that a code frame shows better, nor marks under letters. */
function reasonOf(message: string): string {
  const [line = ''] = message
    .normalize('NFC')
    .replace(/\u0332/g, '')
    .trim()
    .split('\n')
  return line.replace(/ (?:at position \d+|at end of input): ?.*$/, '').trim()
}
