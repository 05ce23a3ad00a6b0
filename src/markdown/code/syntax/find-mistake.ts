import type {Mistake} from './mistake.ts'
import type {Syntax} from './syntaxes.ts'

/**
 * The first mistake in a block of code.
 *
 * Code that nobody could parse has none: a block with an ellipsis, or with the placeholders of a template.
 */
export async function findMistake({parse, gap}: Syntax, text: string): Promise<Mistake | undefined> {
  if (text.trim() === '' || text.length > lengthMax) return undefined
  try {
    const mistake = await parse(text)
    return mistake !== undefined && gap.test(text) ? undefined : mistake
  } catch (error) {
    // So deep is no example; parsers call themselves for every level.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Some parsers take quadratic time; more is a whole file, which other tools look at. */
const lengthMax = 50_000
