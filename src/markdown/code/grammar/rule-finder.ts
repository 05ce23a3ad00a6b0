import type {Rule} from './rule.ts'

/**
 * Finds the next of several rules, by one regular expression with a group for each.
 *
 * Groups within a rule do not capture here, unless it refers to them: a grammar may have a hundred, and to fill them in for each match took
 * most of the time of coloring.
 */
export class RuleFinder {
  /** Offset of what was found last. */
  start = 0
  /** Offset behind it. */
  end = 0
  readonly #expression: RegExp | undefined
  /** Indexes of rules by their groups. */
  readonly #indexes: Array<number> = []

  constructor(rules: ReadonlyArray<Rule>, flags: string) {
    const alternatives: Array<string> = []
    let group = 1
    for (const [index, {source}] of rules.entries()) {
      const {alternative, groupCount} = capture(source, group)
      alternatives.push(alternative)
      this.#indexes[group] = index
      group += groupCount
    }
    if (alternatives.length > 0) this.#expression = new RegExp(alternatives.join('|'), `${flags}g`)
  }

  /** Index of the rule that matches first at or behind an offset; -1 when none does. */
  find(code: string, offset: number): number {
    if (this.#expression === undefined) return -1
    this.#expression.lastIndex = offset
    const match = this.#expression.exec(code)
    if (match === null) return -1
    this.start = match.index
    this.end = match.index + match[0].length
    let group = 1
    while (match[group] === undefined) group++
    return this.#indexes[group] ?? -1
  }
}

/** Classes of characters and escaped signs, in which a parenthesis means nothing, groups, and references to them. */
const parts = /\[(?:[^\\\]]|\\.)*\]|\(\??|\\([1-9][0-9]*)|\\./g

/** A rule as a group of this number, and how many groups that makes. */
function capture(source: string, group: number): {readonly alternative: string; readonly groupCount: number} {
  const refers = [...source.matchAll(parts)].some(([, reference]) => reference !== undefined)
  let groupCount = 1
  const inner = source.replace(parts, (part, reference: string | undefined) => {
    if (reference !== undefined) return `\\${group + Number(reference)}`
    if (part !== '(') return part
    if (!refers) return '(?:'
    groupCount++
    return part
  })
  return {alternative: `(${inner})`, groupCount}
}
