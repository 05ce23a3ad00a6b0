import type {ElementContent} from 'hast'
import type {Code} from 'mdast'
import type {Point} from 'unist'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {loadFormulas, type RenderFormula} from '../math/render-formula.ts'
import {badFormula} from '../messages.ts'
import {notesOf} from '../notes.ts'
import {placeOf} from '../place-of.ts'
import type {ChangeContext, Feature} from './feature.ts'
import type {FormulaNode, HtmlTreeNode} from './nodes.ts'

/** Formulas of TeX: between dollars, where the parser finds those, and in fences of the language `math`. */
export function mathFeature(): Feature {
  let render: RenderFormula | undefined
  return {
    changes: {
      formula: (node, context) => [htmlOf(node, context)],
      code: (node, context) =>
        isFormula(node) ? [htmlOf(fromFence(node, context.text), context)] : undefined
    },
    prepare: (_, file) => {
      const {codeLanguages, hasFormulas} = notesOf(file)
      if (render !== undefined || (hasFormulas !== true && !codeLanguages.has(fenceLanguage)))
        return undefined
      return loadFormulas().then((loaded) => {
        render = loaded
      })
    }
  }

  function htmlOf(formula: FormulaNode, {notes}: ChangeContext): HtmlTreeNode {
    const {value, isDisplay, isBlock, position} = formula
    if (render === undefined) throw new Error('Expected formulas to be noted before they are rendered')
    const rendered = render(value, isDisplay)
    if ('reason' in rendered) {
      const place = placeIn(formula, rendered.offset)
      const isProse = !isBlock && looksLikeProse(value)
      notes.diagnostics.push(badFormula({file: notes.file, place}, {reason: rendered.reason, isProse}))
    } else notes.features.add('math')
    const content = 'reason' in rendered ? sourceOf(formula) : around(rendered.math, isDisplay, isBlock)
    return {type: 'htmlTree', toHast: () => [content], value, ...(position === undefined ? {} : {position})}
  }
}

/** Whether there are words in it, and no command: `5 for you & `. */
function looksLikeProse(tex: string): boolean {
  return !/\\[A-Za-z]/.test(tex) && /(?:^|\s)\p{L}{2,}(?=[\s,.;:!?]|$)/u.test(tex)
}

const fenceLanguage = 'math'

function isFormula({lang, value}: Code): boolean {
  return lang === fenceLanguage && value.trim() !== ''
}

function fromFence(code: Code, text: string): FormulaNode {
  const {value, position} = code
  const lineStarts: Array<Point> = []
  if (position !== undefined) {
    const lines = text.slice(position.start.offset, position.end.offset).split('\n')
    for (const [index, line] of value.split('\n').entries()) {
      // A line of the value is the end of the line in the text, behind what lists and quotes have before it.
      const column = (lines[index + 1] ?? line).length - line.length + 1
      lineStarts.push({line: position.start.line + index + 1, column})
    }
  }
  return {
    type: 'formula',
    isDisplay: true,
    isBlock: true,
    value,
    lineStarts,
    ...(position === undefined ? {} : {position})
  }
}

/** One character in a formula; all of it where the lines are not known. */
function placeIn(formula: FormulaNode, offset: number): Place | undefined {
  const before = formula.value.slice(0, offset).split('\n')
  const start = formula.lineStarts[before.length - 1]
  if (start === undefined) return placeOf(formula)
  const {line} = start
  const column = start.column + (before.at(-1) ?? '').length
  return {line, column, endLine: line, endColumn: column + 1}
}

/** An element that scrolls when the formula is too wide; among words, a formula breaks like words do. */
function around(math: ElementContent, isDisplay: boolean, isBlock: boolean): ElementContent {
  if (!isDisplay) return math
  // Wide ones scroll: with a keyboard only what can have the focus can do so in every browser.
  const properties = {className: ['formula'], tabIndex: 0}
  return {type: 'element', tagName: isBlock ? 'div' : 'span', properties, children: [math]}
}

/** TeX that cannot be shown as a formula. */
function sourceOf({value, isBlock}: FormulaNode): ElementContent {
  const code: ElementContent = {
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{type: 'text', value}]
  }
  return isBlock ? {type: 'element', tagName: 'pre', properties: {}, children: [code]} : code
}
